import { withoutHidden } from "../github/safe-text.ts";
import { webAddress } from "../schemas/scalars.ts";

/** Foreign words as one line that a record may hold: no control or text-direction characters, at most so long. */
export function plainLine(text: unknown, most = 300): string | undefined {
  if (typeof text !== "string" && typeof text !== "number") return undefined;
  const plain = withoutHidden(String(text)).replace(/\s+/g, " ").trim();
  if (plain === "") return undefined;
  return plain.length <= most ? plain : `${plain.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** The first of several addresses that is one. */
export function plainAddress(...candidates: unknown[]): string | undefined {
  return candidates.find(
    (candidate): candidate is string =>
      typeof candidate === "string" &&
      webAddress.safeParse(candidate).success &&
      withoutHidden(candidate) === candidate,
  );
}

/** Labels as lines; what is no text is left out, and so is what comes after the first hundred. */
export function plainLabels(labels: Readonly<Record<string, unknown>>): Record<string, string> {
  const plain: [string, string][] = [];
  for (const [name, value] of Object.entries(labels)) {
    const label = plainLine(name, 100);
    const text = plainLine(value);
    if (label !== undefined && text !== undefined && label !== "__proto__") plain.push([label, text]);
    if (plain.length === MOST_LABELS) break;
  }
  return Object.fromEntries(plain);
}

const MOST_LABELS = 100;
