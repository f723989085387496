import type { Definition, Image, ImageReference, Link, LinkReference, Nodes, PhrasingContent } from "mdast";
import { type AddressBook, destinationOfImage, destinationOfLink } from "./address.ts";
import type { FootnoteLabels } from "./footnote-labels.ts";
import { htmlAsText, isLineBreak, withoutAutolinks } from "./html-as-text.ts";
import type { TakeNote } from "./note.ts";
import { withoutControls } from "./plain-text.ts";
import { joinTexts } from "./tidy-phrasing.ts";

/** What the words of a source may refer to, and where to write what became of them. */
export interface PhrasingContext {
  readonly book: AddressBook;
  readonly note: TakeNote;
  readonly lineOf: (node: Nodes) => number | undefined;
  /** Whether text that some parser might take for an address is put into code. */
  readonly guarded: boolean;
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Takes the identifiers of the definitions that were used. */
  readonly used: Set<string>;
  readonly footnotes: FootnoteLabels;
  /** Links that only the parser here makes. */
  readonly mistaken: ReadonlySet<Nodes>;
}

/** Where words stand: a line break has a meaning in paragraphs only, and no link stands in a link. */
export type Within = "paragraph" | "heading" | "cell" | "link";

/** Words of a paragraph, heading or cell → the same without HTML, references and addresses that may not be. */
export function neutralPhrasing(
  children: readonly PhrasingContent[],
  within: Within,
  context: PhrasingContext,
): PhrasingContent[] {
  return joinTexts(children.flatMap((node) => neutralOne(node, within, context)));
}

function neutralOne(node: PhrasingContent, within: Within, context: PhrasingContext): PhrasingContent[] {
  switch (node.type) {
    case "text": {
      const value = withoutControls(node.value);
      return context.guarded && within !== "link" ? withoutAutolinks(value) : [{ type: "text", value }];
    }
    case "html":
      if (within === "paragraph" && isLineBreak(node.value)) return [{ type: "break" }];
      return withoutAutolinks(withoutControls(htmlAsText(node.value, context.lineOf(node), context.note)));
    case "inlineCode":
      return [{ type: "inlineCode", value: withoutControls(node.value) }];
    case "link":
      return neutralLink(node, node, within, context);
    case "linkReference":
      return neutralLink(resolved(node, context), node, within, context);
    case "image":
      return neutralImage(node, node, within, context);
    case "imageReference":
      return neutralImage({ ...resolved(node, context), alt: node.alt ?? null }, node, within, context);
    case "footnoteReference":
      return [{ type: "footnoteReference", ...context.footnotes.of(node) }];
    case "break":
      return within === "heading" ? [{ type: "text", value: " " }] : [{ type: "break" }];
    case "emphasis":
    case "strong":
    case "delete": {
      const children = neutralPhrasing(node.children, within, context);
      return children.length === 0 ? [] : [{ type: node.type, children }];
    }
    default:
      throw new Error(`Unexpected ${node.type}, which plain Markdown does not have`);
  }
}

function resolved(
  { identifier }: LinkReference | ImageReference,
  { used, definitions }: PhrasingContext,
): Pick<Link, "url" | "title"> {
  used.add(identifier);
  const definition = definitions.get(identifier)!;
  return { url: definition.url, title: definition.title ?? null };
}

function neutralLink(
  target: Pick<Link, "url" | "title">,
  node: Link | LinkReference,
  within: Within,
  context: PhrasingContext,
): PhrasingContent[] {
  if (context.mistaken.has(node))
    return node.children.flatMap((child) => ("value" in child ? withoutAutolinks(child.value) : []));
  const destination = destinationOfLink(target.url, context.book);
  if ("to" in destination && within !== "link") {
    const children = neutralPhrasing(node.children, "link", context) as Link["children"];
    return [{ type: "link", url: destination.to, ...titleOf(target), children }];
  }
  const why = "why" in destination ? destination.why : "it stands in a link";
  context.note("prose", "link-as-text", context.lineOf(node), `${target.url}: ${why}`);
  const text = neutralPhrasing(node.children, within, context);
  return text.flatMap((child) => (child.type === "text" ? withoutAutolinks(child.value) : [child]));
}

function neutralImage(
  target: Pick<Image, "url" | "title" | "alt">,
  node: Image | ImageReference,
  within: Within,
  context: PhrasingContext,
): PhrasingContent[] {
  const alt = withoutControls(target.alt ?? "");
  const destination = destinationOfImage(target.url, context.book);
  if ("to" in destination) return [{ type: "image", url: destination.to, alt, ...titleOf(target) }];
  if ("external" in destination && within !== "link") {
    context.note("mapped", "picture-as-link", context.lineOf(node), destination.external);
    const children: Link["children"] = [{ type: "text", value: alt.trim() || destination.external }];
    return [{ type: "link", url: destination.external, ...titleOf(target), children }];
  }
  const why = "why" in destination ? destination.why : "it stands in a link";
  context.note("prose", "picture-as-text", context.lineOf(node), `${target.url}: ${why}`);
  return within === "link" ? [{ type: "text", value: alt }] : withoutAutolinks(alt);
}

function titleOf({ title }: { title?: string | null }): { title?: string } {
  return title ? { title: withoutControls(title).replace(/\s+/g, " ") } : {};
}
