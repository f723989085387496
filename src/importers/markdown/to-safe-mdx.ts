import type { Code, Root, RootContent } from "mdast";
import type { Heading } from "../../core/markdown/body.ts";
import { compileBody } from "../../core/markdown/compile-body.ts";
import type { AddressBook } from "./address.ts";
import { isTooDeep } from "./is-too-deep.ts";
import { neutralTree } from "./neutral-tree.ts";
import { type Note, notebook } from "./note.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import { differenceOfShapes, shapeOfBody, shapeOfTree } from "./shape.ts";
import { writeMdx } from "./write-mdx.ts";

/** A body that passes the guard, with everything that happened to the text on the way. */
export interface SafeMdx {
  readonly mdx: string;
  /** Headings as they will be rendered, for links to them. */
  readonly headings: readonly Heading[];
  readonly notes: readonly Note[];
}

/** Any Markdown → MDX that the guard passes and every reader sees alike; `undefined` where no form of the text passes. */
export function toSafeMdx(markdown: string, book: AddressBook, lineOffset = 0): SafeMdx | undefined {
  if (isTooDeep(markdown)) return asOneBlock(markdown, lineOffset);
  const root = parseMarkdown(markdown);
  for (const guarded of [false, true]) {
    const attempt = write(root, markdown, book, lineOffset, guarded);
    if (attempt) return attempt;
  }
  return blockByBlock(root, markdown, book, lineOffset) ?? asOneBlock(markdown, lineOffset);
}

function write(
  root: Root,
  markdown: string,
  book: AddressBook,
  lineOffset: number,
  guarded: boolean,
): SafeMdx | undefined {
  const { notes, take } = notebook();
  const tree = neutralTree(root, markdown, { book, note: take, lineOffset, guarded });
  const mdx = writeMdx(tree);
  const { body, findings } = compileBody("import", mdx, 1);
  if (findings.length > 0 || differenceOfShapes(shapeOfTree(tree), shapeOfBody(body))) return undefined;
  return { mdx, headings: body.headings, notes };
}

/** The blocks that cannot be written faithfully stay as they are, in code: no word of them is lost. */
function blockByBlock(
  root: Root,
  markdown: string,
  book: AddressBook,
  lineOffset: number,
): SafeMdx | undefined {
  const definitions = root.children.filter(
    ({ type }) => type === "definition" || type === "footnoteDefinition",
  );
  const kept: Note[] = [];
  const children = root.children.map((block): RootContent => {
    const alone: Root = {
      type: "root",
      children: block.type === "footnoteDefinition" ? [] : [...definitions, block],
    };
    if (write(alone, markdown, book, lineOffset, true)) return block;
    kept.push({
      group: "prose",
      what: "kept-as-code",
      line: (block.position?.start.line ?? 1) + lineOffset,
      text: `A ${block.type} is kept word for word in a code block`,
    });
    return asCode(markdown.slice(block.position?.start.offset, block.position?.end.offset), block);
  });
  const result =
    kept.length > 0 ? write({ type: "root", children }, markdown, book, lineOffset, true) : undefined;
  return result && { ...result, notes: [...result.notes, ...kept] };
}

function asOneBlock(markdown: string, lineOffset: number): SafeMdx | undefined {
  const mdx = writeMdx({ type: "root", children: [asCode(markdown)] });
  const { findings } = compileBody("import", mdx, 1);
  if (findings.length > 0) return undefined;
  const note: Note = {
    group: "prose",
    what: "kept-as-code",
    line: 1 + lineOffset,
    text: "The whole text is kept word for word in a code block",
  };
  return { mdx, headings: [], notes: [note] };
}

function asCode(source: string, { position }: Pick<Root, "position"> = {}): Code {
  return { type: "code", lang: "md", meta: null, value: source, ...(position ? { position } : {}) };
}
