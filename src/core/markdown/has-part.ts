import type { BodyPart } from "./body.ts";
import { escapeHtml } from "./escape-html.ts";

/** Whether drawn text has an element of this id: a heading, a step, a footnote; in Internal blocks only for who may read them. */
export function hasPart(parts: readonly BodyPart[], id: string, internal: boolean): boolean {
  const written = ` id="${escapeHtml(id)}"`;
  const search = (list: readonly BodyPart[]): boolean =>
    list.some((part) => {
      if (typeof part === "string") return part.includes(written);
      if (part.slot === "internal") return internal && search(part.children);
      return part.slot === "link" && search(part.children);
    });
  return search(parts);
}
