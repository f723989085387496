import type GithubSlugger from "github-slugger";
import { judgeAddress } from "./address.ts";
import type { Body, BodyLink, BodyPart, Heading } from "./body.ts";
import { COMPONENTS } from "./components/index.ts";
import { escapeHtml } from "./escape-html.ts";
import type { TreeNode } from "./guard-tree.ts";
import { isPlaceholder } from "./is-placeholder.ts";
import { renderCode } from "./render-code.ts";
import { textOf } from "./text-of.ts";

/** A guarded tree → HTML with slots, and what the text holds. */
export function renderTree(root: TreeNode, slugger: GithubSlugger): Body {
  const writer = new TreeWriter(slugger, hasTopHeading(root) ? 1 : 0);
  const parts = joined(writer.children(root));
  return {
    parts,
    headings: writer.finishedHeadings(),
    links: writer.links,
    components: [...writer.components].sort(),
    words: writer.words,
  };
}

interface OpenHeading {
  depth: number;
  id: string;
  text: string;
  internal: boolean;
  words: number;
  start: string;
  component: boolean;
}

class TreeWriter {
  readonly links: BodyLink[] = [];
  readonly components = new Set<string>();
  words = 0;
  readonly #slugger: GithubSlugger;
  readonly #shift: number;
  readonly #headings: OpenHeading[] = [];
  readonly #open: OpenHeading[] = [];
  #steps = 0;
  #internal = 0;

  constructor(slugger: GithubSlugger, shift: number) {
    this.#slugger = slugger;
    this.#shift = shift;
  }

  children(node: TreeNode): BodyPart[] {
    const parts: BodyPart[] = [];
    for (const child of node.children ?? []) parts.push(...this.node(child));
    return parts;
  }

  finishedHeadings(): Heading[] {
    return this.#headings.map(({ start, component, ...heading }) => ({ ...heading, placeholder: !component && isPlaceholder(start) }));
  }

  node(node: TreeNode): readonly BodyPart[] {
    if (node.type === "text") return [this.#text(node.value ?? "")];
    if (node.type === "element") return this.#element(node);
    return this.#component(node);
  }

  #text(value: string): string {
    const words = value.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0;
    this.words += words;
    for (const heading of this.#open) {
      heading.words += words;
      if (heading.start.length < 80) heading.start += value;
    }
    return escapeHtml(value);
  }

  #component(node: TreeNode): readonly BodyPart[] {
    const name = node.name ?? "";
    const component = COMPONENTS.get(name)!;
    this.components.add(name);
    for (const heading of this.#open) heading.component = true;
    const props: Record<string, string> = {};
    for (const attribute of node.attributes ?? []) props[attribute.name!] = attribute.value as string;
    if (name === "Internal") this.#internal++;
    const ordinal = name === "Step" ? ++this.#steps : 1;
    const children = name === "Tabs" ? this.#tabs(node) : joined(this.children(node));
    if (name === "Internal") this.#internal--;
    return component.render(props, children, ordinal);
  }

  /** The first tab stands open. */
  #tabs(node: TreeNode): BodyPart[] {
    let ordinal = 0;
    return (node.children ?? []).flatMap((child) => {
      if (child.name !== "Tab") return this.node(child);
      const title = child.attributes?.find((attribute) => attribute.name === "title")?.value as string;
      return COMPONENTS.get("Tab")!.render({ title }, joined(this.children(child)), ++ordinal);
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
        this.links.push({ href: src, image: true, internal: this.#internal > 0 });
        return [{ slot: "image", src, alt: String(properties.alt ?? ""), ...title(properties) }];
      }
      case "pre":
        return [renderCode(node)];
      case "input":
        return [`<input type="checkbox" disabled${properties.checked ? " checked" : ""} aria-label="${properties.checked ? "done" : "to do"}">`];
      case "table":
        return ['<div class="table-wrap" tabindex="0"><table>', ...this.children(node), "</table></div>"];
      case "th":
      case "td": {
        const align = /text-align: (left|center|right)/.exec(String(properties.style ?? ""))?.[1] ?? properties.align;
        return [`<${tag}${align ? ` class="align-${align}"` : ""}>`, ...this.children(node), `</${tag}>`];
      }
      case "li": {
        const task = Array.isArray(properties.className) && properties.className.includes("task-list-item");
        const id = footnoteId(properties.id);
        return [`<li${task ? ' class="task"' : ""}${id ? ` id="${id}"` : ""}>`, ...this.children(node), "</li>"];
      }
      case "ol":
        return [`<ol${typeof properties.start === "number" ? ` start="${properties.start}"` : ""}>`, ...this.children(node), "</ol>"];
      case "section":
        return ['<section class="footnotes" aria-label="Footnotes">', ...(node.children ?? []).filter((child) => child.tagName !== "h2").flatMap((child) => this.node(child)), "</section>"];
      case "br":
      case "hr":
        return [`<${tag}>`];
      default:
        return [`<${tag}>`, ...this.children(node), `</${tag}>`];
    }
  }

  #heading(node: TreeNode, level: number): readonly BodyPart[] {
    const depth = Math.max(2, Math.min(6, level + this.#shift));
    while (this.#open.length > 0 && this.#open.at(-1)!.depth >= depth) this.#open.pop();
    const text = textOf(node).trim();
    const heading: OpenHeading = { depth, id: this.#slugger.slug(text) || "section", text, internal: this.#internal > 0, words: 0, start: "", component: false };
    const children = this.children(node);
    this.#headings.push(heading);
    this.#open.push(heading);
    return [`<h${depth} id="${escapeHtml(heading.id)}">`, ...children, `<a class="anchor" href="#${escapeHtml(heading.id)}" aria-label="Link to this section">#</a></h${depth}>`];
  }

  #anchor(node: TreeNode): readonly BodyPart[] {
    const properties = node.properties ?? {};
    const href = String(properties.href ?? "");
    if (properties.dataFootnoteRef !== undefined)
      return [`<a href="#${footnoteId(href.slice(1))}" id="${footnoteId(properties.id)}" class="footnote-ref" aria-label="Footnote ${escapeHtml(textOf(node))}">`, ...this.children(node), "</a>"];
    if (properties.dataFootnoteBackref !== undefined) return [`<a href="#${footnoteId(href.slice(1))}" class="footnote-back" aria-label="Back to the text">↩</a>`];
    this.links.push({ href, image: false, internal: this.#internal > 0 });
    const children = joined(this.children(node));
    if (judgeAddress(href).kind === "external") {
      const hint = typeof properties.title === "string" ? ` title="${escapeHtml(properties.title)}"` : "";
      return [`<a href="${escapeHtml(href)}"${hint} rel="noopener noreferrer">`, ...children, "</a>"];
    }
    return [{ slot: "link", href, ...title(properties), children }];
  }
}

/** Neighbouring strings become one. */
export function joined(parts: readonly BodyPart[]): BodyPart[] {
  const result: BodyPart[] = [];
  for (const part of parts) {
    const last = result.length - 1;
    if (typeof part === "string" && typeof result[last] === "string") result[last] = (result[last] as string) + part;
    else if (part !== "") result.push(part);
  }
  return result;
}

function title(properties: Readonly<Record<string, unknown>>): { title?: string } {
  return typeof properties.title === "string" && properties.title !== "" ? { title: properties.title } : {};
}

function footnoteId(id: unknown): string | undefined {
  return typeof id === "string" ? escapeHtml(id.replace(/^user-content-/, "")) : undefined;
}

function hasTopHeading(root: TreeNode): boolean {
  return (root.children ?? []).some((node) => node.tagName === "h1");
}
