import type { Finding } from "../finding.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { spanOfMilestone } from "../reliability/milestone-time.ts";
import { epochOf } from "../time.ts";

/** Postmortems that became final before they were drafted or before the incident was resolved, and final ones of open incidents. */
export function postmortemOrder(knowledgeBase: KnowledgeBase): readonly Finding[] {
  return knowledgeBase.postmortems.flatMap((entry) => [
    ...finalBeforeDraft(entry),
    ...entry.data.incidents.flatMap((id, index) => {
      const incident = knowledgeBase.look.incident.get(id);
      return incident ? [...finalBeforeResolved(entry, incident), ...tooEarly(entry, incident, index)] : [];
    }),
  ]);
}

function finalBeforeDraft({ data, file }: Entry<"postmortem">): Finding[] {
  const { drafted, finalized } = data;
  if (drafted === undefined || finalized === undefined || epochOf(finalized) >= epochOf(drafted)) return [];
  return [
    {
      code: "postmortem-order",
      message: `Unexpected \`finalized\` at ${finalized}, before \`drafted\` at ${drafted}`,
      spot: { file, field: ["finalized"] },
      related: [{ spot: { file, field: ["drafted"] }, message: "`drafted` stands here" }],
    },
  ];
}

function finalBeforeResolved({ data, file }: Entry<"postmortem">, incident: Entry<"incident">): Finding[] {
  const { resolved } = incident.data.milestones;
  if (data.finalized === undefined || resolved === undefined) return [];
  if (epochOf(data.finalized) >= spanOfMilestone(resolved).earliest) return [];
  return [
    {
      code: "postmortem-order",
      message: `Unexpected \`finalized\` at ${data.finalized}, before the incident was resolved`,
      spot: { file, field: ["finalized"] },
      related: [
        {
          spot: { file: incident.file, field: ["milestones", "resolved"] },
          message: "`resolved` stands here",
        },
      ],
    },
  ];
}

function tooEarly(
  { data, file }: Entry<"postmortem">,
  incident: Entry<"incident">,
  index: number,
): Finding[] {
  if (data.state === "draft" || incident.data.milestones.resolved !== undefined) return [];
  return [
    {
      code: "postmortem-early",
      message: `Unexpected state \`${data.state}\`, expected \`draft\`: the incident \`${incident.id}\` is open`,
      spot: { file, field: ["state"] },
      related: [{ spot: { file, field: ["incidents", index] }, message: "The incident is named here" }],
    },
  ];
}
