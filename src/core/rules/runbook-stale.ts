import { addToDate } from "../action-items/add-duration.ts";
import type { Finding } from "../finding.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { milestoneTime } from "../reliability/milestone-time.ts";
import { dateIn, type Epoch, endOfDay } from "../time.ts";

/** Runbooks that nobody verified, not for too long, or that did not help since; and those that nobody owns. */
export function runbookStale(knowledgeBase: KnowledgeBase, now: Epoch): readonly Finding[] {
  return knowledgeBase.runbooks.flatMap((entry) => [
    ...unowned(entry),
    ...unverified(entry),
    ...stale(entry, now, knowledgeBase.site.timeZone),
    ...defective(entry, knowledgeBase, now),
  ]);
}

function unowned({ data, file }: Entry<"runbook">): Finding[] {
  if (data.owner !== undefined) return [];
  return [
    {
      code: "runbook-owner-missing",
      message: "Expected a team that keeps this runbook true, found no `owner`",
      spot: { file, field: ["title"] },
    },
  ];
}

function unverified({ data, file }: Entry<"runbook">): Finding[] {
  if (data.verified !== undefined) return [];
  return [
    {
      code: "runbook-unverified",
      message: `Expected a verification of this ${data.kind}, found none`,
      help: "Follow it once, then add `verified` with day, handle and how.",
      spot: { file, field: ["title"] },
    },
  ];
}

function stale({ data, file }: Entry<"runbook">, now: Epoch, zone: string): Finding[] {
  if (data.verified === undefined) return [];
  const due = addToDate(data.verified.on, data.reviewEvery);
  if (now < endOfDay(due, zone)) return [];
  return [
    {
      code: "runbook-stale",
      message: `Verified on ${data.verified.on}, expected again by ${due} (every ${data.reviewEvery})`,
      spot: { file, field: ["verified", "on"] },
    },
  ];
}

function defective(
  { id, data, file }: Entry<"runbook">,
  { look, site }: KnowledgeBase,
  now: Epoch,
): Finding[] {
  return (look.usesOfRunbook.get(id) ?? []).flatMap((incident) => {
    const detected = milestoneTime(incident.data, "detected")!;
    const verified = data.verified?.on;
    if (detected > now || (verified !== undefined && dateIn(detected, site.timeZone) <= verified)) return [];
    const index = incident.data.runbooks.findIndex(
      ({ runbook, outcome }) => runbook === id && (outcome === "did-not-help" || outcome === "did-harm"),
    );
    const use = incident.data.runbooks[index];
    if (!use) return [];
    const note = use.note === undefined ? "" : `: ${use.note}`;
    return [
      {
        code: "runbook-defective",
        message: `This ${data.kind} ${use.outcome === "did-harm" ? "did harm" : "did not help"} in \`${incident.id}\` and was not verified since${note}`,
        spot: { file, field: data.verified === undefined ? ["title"] : ["verified", "on"] },
        related: [
          {
            spot: { file: incident.file, field: ["runbooks", index, "outcome"] },
            message: "The incident says so here",
          },
        ],
      },
    ];
  });
}
