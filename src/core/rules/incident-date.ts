import type { Finding } from "../finding.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { milestoneTime } from "../reliability/milestone-time.ts";
import { dateIn, isCalendarDate } from "../time.ts";

const DAY = 86_400_000;

/** Incidents whose id does not begin with a real day, or with one far from when they happened. */
export function incidentDate(knowledgeBase: KnowledgeBase): readonly Finding[] {
  const zone = knowledgeBase.site.timeZone;
  return knowledgeBase.incidents.flatMap((entry) => findingsOf(entry, zone));
}

function findingsOf({ id, file, data }: Entry<"incident">, zone: string): Finding[] {
  const date = /^(\d{4}-\d{2}-\d{2})(?:-|$)/.exec(id)?.[1];
  if (date === undefined || !isCalendarDate(date)) {
    const message =
      date === undefined
        ? `Unexpected file name \`${id}\`, expected one that begins with the day of the incident`
        : `Unexpected day ${date} in the file name, expected a day on the calendar`;
    return [
      {
        code: "incident-date",
        message,
        help: "Rename the file, for example to 2026-03-14-checkout-timeouts.mdx.",
        spot: { file },
      },
    ];
  }
  const happened = (["started", "detected"] as const)
    .flatMap((name) => milestoneTime(data, name) ?? [])
    .map((at) => dateIn(at, zone));
  if (happened.some((day) => Math.abs(Date.parse(day) - Date.parse(date)) <= DAY)) return [];
  const name = data.milestones.started === undefined ? "detected" : "started";
  return [
    {
      code: "incident-date-far",
      message: `Unexpected day ${date} in the file name, expected ${happened[0]}, when the incident ${name === "started" ? "started" : "was detected"}`,
      spot: { file, field: ["milestones", name] },
    },
  ];
}
