import type { BodyPart } from "./body.ts";
import type { Footnote, FootnoteReference } from "./footnotes.ts";
import { joined, wrapped } from "./parts.ts";

/** A `[^…]` of the text; `framed` where it stands in an Internal block already. */
export function renderReference(reference: FootnoteReference | undefined, framed: boolean): BodyPart[] {
  if (!reference) return [];
  const { number } = reference.footnote;
  const html = `<a href="#fn-${number}" id="${reference.id}" class="footnote-ref" aria-label="Footnote ${number}">${number}</a>`;
  return reference.internal && !framed ? [hidden([html])] : [html];
}

/** The list of footnotes; `draw` makes the words of one. */
export function renderFootnotes(
  list: readonly Footnote[],
  draw: (footnote: Footnote) => readonly BodyPart[],
): BodyPart[] {
  const section = wrapped(
    '<section class="footnotes" aria-label="Footnotes"><ol>',
    joined(list.flatMap((footnote) => renderFootnote(footnote, draw(footnote)))),
    "</ol></section>",
  );
  return list.every(({ internal }) => internal) ? [hidden(section)] : section;
}

function renderFootnote({ number, internal, references }: Footnote, words: readonly BodyPart[]): BodyPart[] {
  const ways = references.map((reference): BodyPart => {
    const html = ` <a href="#${reference.id}" class="footnote-back" aria-label="Back to the text">↩</a>`;
    return reference.internal && !internal ? hidden([html]) : html;
  });
  const item = [`<li id="fn-${number}">`, ...words, ...ways, "</li>"];
  return internal ? [hidden(item)] : item;
}

function hidden(parts: readonly BodyPart[]): BodyPart {
  return { slot: "internal", bare: true, children: joined(parts) };
}
