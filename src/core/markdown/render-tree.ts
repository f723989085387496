import type GithubSlugger from "github-slugger";
import { judgeAddress } from "./address.ts";
import type { Body, BodyDiagram, BodyLink, BodyPart } from "./body.ts";
import { COMPONENTS } from "./components/index.ts";
import { diagramPath } from "./diagram/diagram-path.ts";
import { diagramSource } from "./diagram/diagram-source.ts";
import { diagramWords } from "./diagram/diagram-words.ts";
import { elementTags } from "./element-tags.ts";
import { escapeHtml } from "./escape-html.ts";
import type { Footnote } from "./footnotes.ts";
import type { TreeNode } from "./guard-tree.ts";
import { HeadingBook } from "./heading-book.ts";
import { type Numbering, numberTree } from "./number-tree.ts";
import { joined, wrapped } from "./parts.ts";
import { renderCode } from "./render-code.ts";
import { renderFootnotes, renderReference } from "./render-footnotes.ts";
import { textOf } from "./text-of.ts";

/** A guarded tree → HTML with slots, and what the text holds. */
export function renderTree(root: TreeNode, slugger: GithubSlugger): Body {
  const writer = new TreeWriter(numberTree(root, slugger), hasTopHeadings(root) ? 1 : 0);
  const parts = joined(writer.children(root));
  return {
    parts,
    headings: writer.headings.finished(),
    links: writer.links,
    components: [...writer.components].sort(),
    diagrams: writer.diagrams,
    words: writer.headings.words,
  };
}

class TreeWriter {
  readonly links: BodyLink[] = [];
  readonly diagrams: BodyDiagram[] = [];
  readonly components = new Set<string>();
  readonly headings = new HeadingBook();
  readonly #numbering: Numbering;
  readonly #shift: number;
  #internal = 0;
  #inLink = 0;

  constructor(numbering: Numbering, shift: number) {
    this.#numbering = numbering;
    this.#shift = shift;
  }

  children(node: TreeNode): BodyPart[] {
    const parts: BodyPart[] = [];
    const children = node.children ?? [];
    const spaced = children.some((child) => this.#isHidden(child));
    let shown = 0;
    for (const child of children) {
      if (spaced && child.type === "text") continue;
      // Where Internal blocks stand among others, line ends stand between what everybody sees: they tell of nothing else.
      if (spaced && !this.#isHidden(child) && shown++ > 0) parts.push("\n");
      for (const part of this.node(child)) parts.push(part);
    }
    return parts;
  }

  /** Whether a whole block is for the internal audience only. */
  #isHidden(node: TreeNode): boolean {
    if (node.type === "mdxJsxFlowElement") return node.name === "Internal";
    return (
      node.properties?.dataFootnotes !== undefined &&
      this.#numbering.footnotes.list.every(({ internal }) => internal)
    );
  }

  node(node: TreeNode): readonly BodyPart[] {
    if (node.type === "text") {
      this.headings.addText(node.value ?? "");
      return [escapeHtml(node.value ?? "")];
    }
    return node.type === "element" ? this.#element(node) : this.#component(node);
  }

  #component(node: TreeNode): readonly BodyPart[] {
    const name = node.name ?? "";
    this.components.add(name);
    this.headings.addComponent();
    const props: Record<string, string> = {};
    for (const attribute of node.attributes ?? []) props[attribute.name!] = attribute.value as string;
    if (name === "Internal") this.#internal++;
    const ordinal = this.#numbering.steps.get(node) ?? "1";
    const children = name === "Tabs" ? this.#tabs(node) : joined(this.children(node));
    if (name === "Internal") this.#internal--;
    if (name === "Internal" && node.type === "mdxJsxTextElement")
      return [{ slot: "internal", inline: true, children }];
    return COMPONENTS.get(name)!.render(props, children, ordinal);
  }

  /** The first tab stands open. */
  #tabs(node: TreeNode): BodyPart[] {
    let ordinal = 0;
    return (node.children ?? []).flatMap((child) => {
      if (child.name !== "Tab") return this.node(child);
      const title = child.attributes?.find((attribute) => attribute.name === "title")?.value as string;
      return COMPONENTS.get("Tab")!.render({ title }, joined(this.children(child)), String(++ordinal));
    });
  }

  #element(node: TreeNode): readonly BodyPart[] {
    const tag = node.tagName!;
    const properties = node.properties ?? {};
    switch (tag) {
      case "h1":
      case "h2":
      case "h3":
      case "h4":
      case "h5":
      case "h6":
        return this.#heading(node, Number(tag[1]));
      case "a":
        return this.#anchor(node);
      case "img": {
        const src = String(properties.src ?? "");
        if (judgeAddress(src).kind === "external")
          return this.#remotePicture(src, String(properties.alt ?? ""));
        this.links.push({ href: src, image: true, internal: this.#internal > 0 });
        return [{ slot: "image", src, alt: String(properties.alt ?? ""), ...title(properties) }];
      }
      case "pre":
        return [this.#code(node)];
      case "section":
        return renderFootnotes(this.#numbering.footnotes.list, (footnote) => this.#words(footnote));
      default: {
        const { open, close } = elementTags(tag, properties);
        return wrapped(open, this.children(node), close);
      }
    }
  }

  #code(node: TreeNode): BodyPart {
    const source = diagramSource(node);
    if (source === undefined) return renderCode(node);
    const path = diagramPath(source);
    this.headings.addComponent();
    this.diagrams.push({ path, source, internal: this.#internal > 0 });
    return { slot: "diagram", path, source, ...diagramWords(source) };
  }

  #heading(node: TreeNode, level: number): readonly BodyPart[] {
    const depth = Math.max(2, Math.min(6, level + this.#shift));
    this.headings.close(depth);
    const id = this.#numbering.headings.get(node) ?? "section";
    const children = this.children(node);
    this.headings.add({ depth, id, text: textOf(node, "open").trim(), internal: this.#internal > 0 });
    return [
      `<h${depth} id="${escapeHtml(id)}">`,
      ...children,
      `<a class="anchor" href="#${escapeHtml(id)}" aria-label="Link to this section">#</a></h${depth}>`,
    ];
  }

  #anchor(node: TreeNode): readonly BodyPart[] {
    const properties = node.properties ?? {};
    const href = String(properties.href ?? "");
    if (properties.dataFootnoteRef !== undefined)
      return renderReference(this.#numbering.footnotes.byReference.get(node), this.#internal > 0);
    // Where the parser puts the ways back from a footnote to its text is of no use: `#footnotes` makes them.
    if (properties.dataFootnoteBackref !== undefined) return [];
    this.links.push({ href, image: false, internal: this.#internal > 0 });
    this.#inLink++;
    const children = joined(this.children(node));
    this.#inLink--;
    if (judgeAddress(href).kind === "external") {
      const hint = typeof properties.title === "string" ? ` title="${escapeHtml(properties.title)}"` : "";
      return [`<a href="${escapeHtml(href)}"${hint} rel="noopener noreferrer">`, ...children, "</a>"];
    }
    return [{ slot: "link", href, ...title(properties), children }];
  }

  /** No page of ours asks another host for anything: its pictures become links, within a link their words. */
  #remotePicture(href: string, alt: string): readonly BodyPart[] {
    this.links.push({ href, image: false, remote: true, internal: this.#internal > 0 });
    const words = alt.trim() === "" ? href : alt;
    this.headings.addText(words);
    return this.#inLink > 0
      ? [escapeHtml(words)]
      : [`<a href="${escapeHtml(href)}" rel="noopener noreferrer">${escapeHtml(words)}</a>`];
  }

  #words({ definition, internal }: Footnote): readonly BodyPart[] {
    if (internal) this.#internal++;
    const parts = this.children(definition);
    if (internal) this.#internal--;
    return parts;
  }
}

function title(properties: Readonly<Record<string, unknown>>): { title?: string } {
  return typeof properties.title === "string" && properties.title !== "" ? { title: properties.title } : {};
}

/** One heading of the first level is the document's title; with more of them, every level moves down by one. */
function hasTopHeadings(root: TreeNode): boolean {
  return (root.children ?? []).filter((node) => node.tagName === "h1").length > 1;
}
