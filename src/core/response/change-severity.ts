import type { WishReader } from "../drafts/known-words.ts";
import type { Edit } from "../editor/edit.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import type { Incident } from "../schemas/incident.ts";
import { higherSeverity } from "../taxonomy/higher-severity.ts";

const ORDER = ["initial", "peak", "final"];

/** The edits that judge an incident anew: a higher severity is its peak, a lower one how it is judged from then on. */
export function changeSeverity(
  { taxonomy }: KnowledgeBase,
  read: WishReader,
  { severity }: Incident,
  wish: string,
): Edit[] {
  const wanted = read.word("severity", "severity", wish);
  const peak = higherSeverity(taxonomy, wanted, severity.peak);
  return [
    ...(peak === severity.peak ? [] : [set("peak", peak!)]),
    ...(peak === wanted && severity.final === undefined ? [] : [set("final", wanted)]),
  ];
}

function set(field: string, value: string): Edit {
  return { do: "set", path: ["severity", field], value, order: ORDER };
}
