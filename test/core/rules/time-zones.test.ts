import { afterEach, expect, test } from "vitest";
import { RULES } from "../../../src/core/rules/index.ts";
import { epochOf } from "../../../src/core/time.ts";
import { buildEntry, buildIncident, itemFields } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";

const zone = process.env.TZ;
afterEach(() => {
  process.env.TZ = zone;
});

/** Everything here falls due within hours of midnight somewhere. */
const knowledgeBase = buildKnowledgeBase(
  [
    buildIncident({
      severity: { initial: "SEV1", peak: "SEV1" },
      actionItems: [
        itemFields(),
        itemFields({ id: "b", due: "2026-04-01" }),
        itemFields({ id: "c", status: "done", done: "2026-04-01" }),
      ],
    }),
    buildIncident({}, "2026-03-04-far"),
    buildEntry("runbook", "old", {
      verified: { on: "2026-01-30", by: "ada", how: "read" },
      reviewEvery: "60d",
    }),
    buildEntry("runbook", "older", {
      verified: { on: "2026-01-31", by: "ada", how: "read" },
      reviewEvery: "60d",
    }),
  ],
  { site: { timeZone: "Pacific/Auckland" } },
);

test("what is found does not depend on the zone of the machine", () => {
  const now = epochOf("2026-03-31T23:30:00Z");
  const policy = { overdue: "fail", grace: 0 } as const;
  const found = ["UTC", "Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kathmandu"].map((machine) => {
    process.env.TZ = machine;
    const offset = new Date(now).getTimezoneOffset();
    return { offset, findings: RULES.flatMap((rule) => rule(knowledgeBase, now, policy)) };
  });
  expect(new Set(found.map(({ offset }) => offset)).size).toBe(4);
  expect(found[0]!.findings.length).toBeGreaterThan(3);
  for (const { findings } of found) expect(findings).toEqual(found[0]!.findings);
});
