import { MEASURES } from "../../../../src/core/reliability/measures/index.ts";
import type { Measure, Outcome, Slice } from "../../../../src/core/reliability/measures/measure.ts";
import { scopeIn, scopeOf } from "../../../../src/core/reliability/measures/slices.ts";
import { epochOf } from "../../../../src/core/time.ts";
import { buildEntry, buildIncident, type Fields, itemFields } from "../../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../../support/builders/build-knowledge-base.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const NOW = epochOf("2026-04-01T00:00:00Z");
export const PERIOD = { from: epochOf("2026-03-01T00:00:00Z"), to: NOW };

/** An incident that began on a day of March at ten, detected, mitigated and resolved so many minutes after. */
export function incident(day: number, minutes: Fields, more: Fields = {}) {
  const at = (value: unknown) => new Date(Date.UTC(2026, 2, day, 10, value as number)).toISOString();
  const milestones = Object.fromEntries(
    Object.entries({ started: 0, ...minutes }).map(([name, value]) => [name, at(value)]),
  );
  return buildIncident({ milestones, ...more }, `2026-03-${String(day).padStart(2, "0")}-incident-${day}`);
}

export const TAXONOMY = {
  severities: [
    {
      id: "SEV1",
      name: "Critical",
      description: "Customers cannot buy",
      postmortem: { required: true, finalWithin: "7d" },
      targets: { detect: "5min", restore: "60min" },
    },
    { id: "SEV3", name: "Minor", description: "Few notice", postmortem: { required: false } },
  ],
};
export const SEV1 = { severity: { initial: "SEV1", peak: "SEV1" } };

/** Six incidents of March and a postmortem. */
export const entries = [
  incident(
    2,
    { detected: 4, paged: 4, acknowledged: 6, mitigated: 24, resolved: 44 },
    { ...SEV1, signature: "pool", causedBy: ["c-1"], remediation: "automation" },
  ),
  incident(
    3,
    { detected: 10, paged: 11, mitigated: 60, resolved: 100 },
    { ...SEV1, remediation: "people", failureModes: ["alert-storm"] },
  ),
  incident(5, { detected: 20, resolved: 60 }, { signature: "pool", customerVisible: true }),
  incident(9, { detected: 1 }, { customerVisible: true }),
  incident(12, { detected: -5, resolved: 30 }, {}),
  incident(20, { detected: 3, resolved: 5 }, { nearMiss: true }),
  buildEntry("postmortem", "about-2", {
    incidents: ["2026-03-02-incident-2"],
    state: "final",
    lesson: "Count waiting",
    finalized: "2026-03-05T10:44:00Z",
    actionItems: [itemFields({ id: "ai-1", kind: "prevent", opened: "2026-03-03", due: "2026-03-30" })],
  }),
];
export const knowledgeBase = buildKnowledgeBase(entries, { taxonomy: TAXONOMY });
export const scope = scopeOf(knowledgeBase, PERIOD, NOW);

/** What a measure says of the six incidents, or of a slice of them. */
export function outcome(id: string, slice?: Slice): Outcome {
  return named(id).of(slice === undefined ? scope : scopeIn(scope, slice));
}

/** A measure by its name. */
export function named(id: string): Measure {
  return MEASURES.find((measure) => measure.id === id)!;
}
