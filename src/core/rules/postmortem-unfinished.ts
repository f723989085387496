import type { Finding } from "../finding.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { postmortemCompleteness } from "../reliability/postmortem-completeness.ts";

/** Final postmortems without what a final one must have, or without sections of the rubric. */
export function postmortemUnfinished(knowledgeBase: KnowledgeBase): readonly Finding[] {
  return knowledgeBase.postmortems
    .filter(({ data }) => data.state === "final")
    .flatMap((entry) => [...lackingFields(entry), ...lackingSections(entry, knowledgeBase)]);
}

function lackingFields({ data, file }: Entry<"postmortem">): Finding[] {
  return (["lesson", "finalized"] as const)
    .filter((field) => data[field] === undefined)
    .map((field) => ({
      code: "postmortem-unfinished",
      ...(data.imported === undefined ? {} : { severity: "warning" as const }),
      message: `Expected field \`${field}\` in a final postmortem, found nothing`,
      spot: { file, field: ["state"] },
    }));
}

function lackingSections(entry: Entry<"postmortem">, { look, broken }: KnowledgeBase): Finding[] {
  // What its timeline would draw is not known while the incident itself cannot be read.
  if (broken.some(({ kind, id }) => kind === "incident" && entry.data.incidents.includes(id))) return [];
  const incidents = entry.data.incidents.flatMap((id) => look.incident.get(id) ?? []);
  const { score, sections } = postmortemCompleteness(entry, incidents);
  const lacking = sections.filter(({ state }) => state !== "present");
  if (lacking.length === 0) return [];
  const names = lacking.map(({ title, state }) =>
    state === "placeholder" ? `${title} (only a placeholder)` : title,
  );
  return [
    {
      code: "postmortem-incomplete",
      ...(entry.data.imported === undefined ? {} : { severity: "note" as const }),
      message: `Expected all sections in a final postmortem, found ${score} of 100 points; missing: ${names.join(", ")}`,
      spot: { file: entry.file, field: ["state"] },
    },
  ];
}
