import { colourTokens } from "./colour-tokens.ts";
import { contrastOf } from "./oklch.ts";

/** Two colours that meet on a page, and how well they can be told apart. */
export interface ContrastPair {
  readonly text: string;
  readonly on: string;
  /** The least that both schemes must reach: 7 for text to read, 4.5 for what is beside it, 3 for marks. */
  readonly least: number;
  readonly light: number;
  readonly dark: number;
}

/** Everything that is read or told apart by colour, and on what. */
const PAIRS: readonly (readonly [text: string, on: readonly string[], least: number])[] = [
  ["ink", ["paper", "paper-sunk", "paper-hover", "accent-soft", "bad-soft", "warn-soft", "good-soft"], 7],
  ["ink-muted", ["paper", "paper-sunk", "paper-hover", "bad-soft"], 4.5],
  ["accent", ["paper", "paper-sunk", "paper-hover"], 4.5],
  ["bad", ["paper", "paper-sunk", "paper-hover", "bad-soft"], 4.5],
  ["warn", ["paper", "paper-sunk", "paper-hover", "warn-soft"], 4.5],
  ["good", ["paper", "paper-sunk", "paper-hover", "good-soft"], 4.5],
  ["plan", ["paper", "paper-sunk"], 4.5],
  ["focus", ["paper", "paper-sunk"], 3],
  ["chart-mark", ["paper"], 3],
  ["chart-worst", ["paper"], 3],
  ["chart-bad", ["paper"], 3],
];

/** The contrasts of a style sheet's tokens, in both schemes. */
export function contrastPairs(css: string): readonly ContrastPair[] {
  const tokens = colourTokens(css);
  const known = (name: string) => {
    const token = tokens.get(name);
    if (!token) throw new Error(`Unexpected colour --${name}, expected a token of the style sheet`);
    return token;
  };
  return PAIRS.flatMap(([text, grounds, least]) =>
    grounds.map((on) => ({
      text,
      on,
      least,
      light: rounded(contrastOf(known(text).light, known(on).light)),
      dark: rounded(contrastOf(known(text).dark, known(on).dark)),
    })),
  );
}

/** Down to a tenth, so that no shown figure is better than the true one. */
function rounded(ratio: number): number {
  return Math.floor(ratio * 10) / 10;
}
