import { allActionItems } from "../action-items/all-action-items.ts";
import type { FieldPath, Finding } from "../finding.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { instantOfMilestone } from "../reliability/milestone-time.ts";
import { MILESTONES } from "../schemas/incident.ts";
import {
  type CalendarDate,
  dateIn,
  type Epoch,
  epochOf,
  type Instant,
  instantOf,
  isCalendarDate,
} from "../time.ts";

interface DatedFact {
  readonly at: Instant | CalendarDate;
  readonly field: FieldPath;
}

/** Facts that are dated after now: nothing that is built knows them yet. One note for each file. */
export function datedLater(knowledgeBase: KnowledgeBase, now: Epoch): readonly Finding[] {
  const today = dateIn(now, knowledgeBase.site.timeZone);
  const files = new Map<string, DatedFact[]>();
  for (const { file, at, field } of allFacts(knowledgeBase)) {
    if (isCalendarDate(at) ? at <= today : epochOf(at) <= now) continue;
    files.set(file, [...(files.get(file) ?? []), { at, field }]);
  }
  return [...files].map(([file, later]) => {
    const first = later[0]!;
    const others = later.length === 1 ? "" : ` and ${later.length - 1} more of this file`;
    return {
      code: "dated-later",
      message: `Unexpected date ${first.at}${others}, later than ${instantOf(now)}, for which this is checked`,
      spot: { file, field: first.field },
    };
  });
}

function allFacts(knowledgeBase: KnowledgeBase): (DatedFact & { readonly file: string })[] {
  return [
    ...knowledgeBase.incidents.flatMap((entry) =>
      datedFacts(entry).map((fact) => ({ ...fact, file: entry.file })),
    ),
    ...knowledgeBase.postmortems.flatMap(({ data, file }) =>
      (["drafted", "finalized"] as const).flatMap((name) =>
        data[name] === undefined ? [] : [{ at: data[name], field: [name], file }],
      ),
    ),
    ...allActionItems(knowledgeBase).flatMap(({ item, entry, index }) =>
      (["done", "dropped"] as const).flatMap((name) =>
        item[name] === undefined
          ? []
          : [{ at: item[name], field: ["actionItems", index, name], file: entry.file }],
      ),
    ),
  ];
}

function datedFacts({ data }: Entry<"incident">): DatedFact[] {
  return [
    ...MILESTONES.flatMap((name) => {
      const milestone = data.milestones[name];
      return milestone === undefined
        ? []
        : [{ at: instantOfMilestone(milestone), field: ["milestones", name] }];
    }),
    ...data.impact.flatMap(({ from, to }, index) => [
      { at: from, field: ["impact", index, "from"] },
      ...(to === undefined ? [] : [{ at: to, field: ["impact", index, "to"] }]),
    ]),
    ...data.timeline.map(({ at }, index) => ({ at, field: ["timeline", index, "at"] })),
    ...data.updates.map(({ at }, index) => ({ at, field: ["updates", index, "at"] })),
  ];
}
