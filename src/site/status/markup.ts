import { escapeHtml } from "../../core/markdown/escape-html.ts";

/** HTML that is safe to stand in a page as it is. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What a template may hold: text is escaped, markup is not, lists are joined, and what is absent is nothing. */
export type Piece = Markup | string | number | false | undefined | readonly Piece[];

/** A template of HTML; every value in it is escaped unless it is markup itself. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return new Markup(strings.map((string, index) => string + textOf(pieces[index])).join(""));
}

function textOf(piece: Piece): string {
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === "object") return piece.map(textOf).join("");
  return piece === undefined || piece === false ? "" : escapeHtml(String(piece));
}
