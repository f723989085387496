import { expect, test } from "vitest";
import { durationAndSeverity } from "../../../src/core/reliability/duration-and-severity.ts";
import { correlationWords } from "../../../src/core/words/correlation-words.ts";
import { buildIncident } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";

/** An incident of a severity that took so many minutes; none while it is open. */
function incident(index: number, severity: string, minutes?: number, more = {}) {
  const at = (minute: number) => new Date(Date.UTC(2026, 0, index + 1, 10, minute)).toISOString();
  return buildIncident(
    {
      severity: { initial: severity, peak: severity },
      milestones: {
        started: at(0),
        detected: at(0),
        ...(minutes === undefined ? {} : { resolved: at(minutes) }),
      },
      ...more,
    },
    `2026-01-${String(index + 1).padStart(2, "0")}-made`,
  );
}

const of = (...entries: ReturnType<typeof incident>[]) => {
  const { incidents, taxonomy } = buildKnowledgeBase(entries, {
    taxonomy: {
      severities: ["SEV1", "SEV2", "SEV3"].map((id) => ({
        id,
        name: id,
        description: "How bad",
        postmortem: { required: false },
      })),
    },
  });
  return durationAndSeverity(incidents, taxonomy);
};

test("longer incidents that are worse correlate wholly, with open ones and near misses left out", () => {
  // The worst ranks highest: SEV3, SEV2, SEV2, SEV1 are 1, 2.5, 2.5, 4 and the lengths 1, 2, 3, 4: ρ = 4.5 ÷ √(4.5 · 5).
  const known = of(
    incident(0, "SEV3", 10),
    incident(1, "SEV2", 20),
    incident(2, "SEV2", 30),
    incident(3, "SEV1", 40),
    incident(4, "SEV1"),
    incident(5, "SEV3", 50, { nearMiss: true }),
  )!;
  expect(known.n).toBe(4);
  expect(known.rho).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12);
});

test("below four incidents, or with one severity alone, nothing is said", () => {
  expect(of(incident(0, "SEV1", 1), incident(1, "SEV2", 2), incident(2, "SEV3", 3))).toBeUndefined();
  expect(of(...[1, 2, 3, 4].map((minutes) => incident(minutes, "SEV1", minutes)))).toBeUndefined();
});

test("the sentence claims a direction only where chance would rarely give it", () => {
  expect(correlationWords(undefined)).toContain("cannot be told");
  expect(correlationWords({ n: 24, rho: 0.1, pValue: 0.64 })).toBe(
    "How long an incident took says nothing of how severe it was (rank correlation ρ = 0.10, n = 24, p = 0.64).",
  );
  expect(correlationWords({ n: 24, rho: 0.5, pValue: 0.012 })).toContain("the more severe ones");
  expect(correlationWords({ n: 24, rho: -0.5, pValue: 0.012 })).toContain("the less severe ones");
});
