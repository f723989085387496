import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";

/** Incidents that a reader of this one should know of, each with the reason: named by its author, or the same signature. */
export function relatedIncidents(
  knowledgeBase: Pick<KnowledgeBase, "incidents" | "look">,
  incident: Entry<"incident">,
): { incident: Entry<"incident">; reason: string }[] {
  const { look } = knowledgeBase;
  const named = incident.data.relatedTo.flatMap((id) => {
    const other = look.incident.get(id);
    return other === undefined ? [] : [{ incident: other, reason: "named by its author" }];
  });
  const { signature } = incident.data;
  if (signature === undefined) return named;
  const seen = new Set([incident.id, ...named.map((each) => each.incident.id)]);
  const repeats = (look.incidentsBySignature.get(signature) ?? []).filter(({ id }) => !seen.has(id));
  return [
    ...named,
    ...repeats.map((other) => ({ incident: other, reason: `the same signature, ${signature}` })),
  ];
}
