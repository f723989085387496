import { escapeHtml } from "../../core/markdown/escape-html.ts";

/** What a badge says, and the colour of its end. */
export interface Badge {
  readonly label: string;
  readonly message: string;
  readonly state: "g" | "d" | "o" | "r" | "b";
}

const COLOURS = { g: "#276749", d: "#8a5a00", o: "#a8430f", r: "#a61b1b", b: "#4a4fa3" } as const;
const SHAPES = { g: "✓", d: "▲", o: "▣", r: "■", b: "◆" } as const;

/** A badge as a drawing; its words are in its title for those who do not see it. */
export function badgeSvg({ label, message, state }: Badge): string {
  const said = `${SHAPES[state]} ${message}`;
  const [left, right] = [textWidth(label) + 12, textWidth(said) + 12];
  const name = escapeHtml(`${label}: ${message}`);
  const text = (words: string, x: number, width: number) =>
    `<text x="${x}" y="14" textLength="${width}">${escapeHtml(words)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${name}"><title>${name}</title><clipPath id="r"><rect width="${left + right}" height="20" rx="3"/></clipPath><g clip-path="url(#r)"><rect width="${left}" height="20" fill="#444c50"/><rect x="${left}" width="${right}" height="20" fill="${COLOURS[state]}"/></g><g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">${text(label, 6, left - 12)}${text(said, left + 6, right - 12)}</g></svg>\n`;
}

/** The same for the endpoint badge of shields.io. */
export function badgeShields({ label, message, state }: Badge): unknown {
  return {
    schemaVersion: 1,
    label,
    message,
    color: COLOURS[state].slice(1),
    isError: state === "r",
    cacheSeconds: 300,
  };
}

/** Width of a text in the badge's letters, about; the drawing stretches it to just this. */
function textWidth(text: string): number {
  let width = 0;
  for (const char of text) width += /[ilj.,:;'|!()[\] ]/.test(char) ? 4 : /[mwMW✓▲▣■◆@%]/.test(char) ? 10 : 7;
  return width;
}
