import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import type { BodyPart } from "../../markdown/body.ts";
import type { WordedText } from "../../text/telling-words.ts";

/** What an incident tells in words of its own, without code and without what only the internal audience reads. */
export function incidentText({ data, body }: Entry<"incident">): WordedText {
  const notes = data.factors.flatMap((each) => (typeof each === "string" ? [] : [each.note ?? ""]));
  const html = textOf(body.parts)
    .replace(/<pre[\s\S]*?<\/pre>/g, " ")
    .replace(/<[^>]*>|&#?\w+;/g, " ");
  return { title: data.title, text: [html, ...notes, ...data.timeline.map(({ text }) => text)].join(" ") };
}

function textOf(parts: readonly BodyPart[]): string {
  return parts
    .map((part) => (typeof part === "string" ? part : part.slot === "link" ? textOf(part.children) : " "))
    .join("");
}
