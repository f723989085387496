import { decodeCharacterReferences } from "../../core/audience/character-references.ts";
import { cssLinks } from "./css-links.ts";
import { readTag, type Tag } from "./read-tag.ts";

/** What one page points to and what in it can be pointed to; each text once, in the order of the page. */
export interface PageScan {
  readonly links: readonly string[];
  readonly ids: readonly string[];
}

/** Elements whose content is text up to their own closing tag. */
const TEXT_ONLY = new Set(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"]);

/** Finds the addresses and ids of a page by one walk over its tags; comments and script text hold none. */
export function scanPage(html: string): PageScan {
  const links = new Set<string>();
  const ids = new Set<string>();
  let svgDepth = 0;
  let at = html.indexOf("<");
  while (at !== -1) {
    const tag = readTag(html, at);
    let end = tag.end;
    if (tag.name === "svg" && !tag.selfClosing) svgDepth = Math.max(0, svgDepth + (tag.closing ? -1 : 1));
    if (tag.name !== "" && !tag.closing) {
      collect(tag, links, ids);
      // In a drawing `<title>` and `<style>` are elements like others.
      if (svgDepth === 0 && TEXT_ONLY.has(tag.name)) {
        end = endOfText(html, tag.name, tag.end);
        if (tag.name === "style") for (const link of cssLinks(html.slice(tag.end, end))) links.add(link);
      }
    }
    at = html.indexOf("<", end);
  }
  return { links: [...links], ids: [...ids] };
}

function collect(tag: Tag, links: Set<string>, ids: Set<string>): void {
  for (const { name, value: written } of tag.attributes) {
    const value = decodeCharacterReferences(written);
    if (name === "id" || (name === "name" && tag.name === "a")) {
      if (value !== "") ids.add(value);
    } else if (name === "srcset" || name === "imagesrcset") {
      for (const link of sourceSet(value)) links.add(link);
    } else if (name === "content") {
      const target = refreshTarget(tag, value);
      if (target !== undefined) links.add(target);
    } else if (pointsElsewhere(tag.name, name)) {
      links.add(trimmed(value));
    }
  }
}

function pointsElsewhere(element: string, attribute: string): boolean {
  switch (attribute) {
    case "data":
      return element === "object";
    case "action":
      return element === "form";
    case "cite":
      return element === "blockquote" || element === "q" || element === "del" || element === "ins";
    case "href":
    case "src":
    case "poster":
    case "formaction":
    case "xlink:href":
      return true;
    default:
      return false;
  }
}

/** Addresses of a `srcset`: candidates end with a comma, addresses may hold commas but neither begin nor end with one. */
function sourceSet(value: string): string[] {
  return [...value.matchAll(/[\s,]*(\S*[^\s,])(?:\s+[^,]*|,)?/g)].map((match) => match[1]!);
}

function refreshTarget(tag: Tag, content: string): string | undefined {
  const instruction = tag.attributes.find((attribute) => attribute.name === "http-equiv")?.value;
  if (tag.name !== "meta" || instruction?.toLowerCase() !== "refresh") return undefined;
  const match = /^\s*[\d.]+\s*[;,\s]\s*(?:url\s*=\s*)?(?:"([^"]*)"|'([^']*)'|(.+))/i.exec(content);
  const target = match?.[1] ?? match?.[2] ?? match?.[3];
  return target === undefined ? undefined : trimmed(target);
}

function endOfText(html: string, name: string, from: number): number {
  for (let at = html.indexOf("</", from); at !== -1; at = html.indexOf("</", at + 2)) {
    const after = at + 2 + name.length;
    if (html.slice(at + 2, after).toLowerCase() === name && /[\s/>]/.test(html.charAt(after))) return at;
  }
  return html.length;
}

function trimmed(address: string): string {
  return /[\s]/.test(address) ? address.trim().replace(/[\t\n\r]/g, "") : address;
}
