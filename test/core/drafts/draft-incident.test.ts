import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { draftIncident } from "../../../src/core/drafts/draft-incident.ts";
import type { Entry } from "../../../src/core/knowledge-base/knowledge-base.ts";
import { buildEntry } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";
import { entryOf, now, reading, written } from "./draft-example.ts";

const berlin = { site: { timeZone: "Europe/Berlin" } };
const wishes = { title: "Checkout times out", severity: "SEV1", services: ["checkout"] };

describe("the draft of an incident", () => {
  test("is dated by the day on which it began, in the site's zone", () => {
    const draft = written(draftIncident(buildKnowledgeBase([], berlin), wishes, now));
    expect(draft.path).toBe("incidents/2026-04-02-checkout-times-out.mdx");
    expect(entryOf(draft).data).toMatchObject({
      visibility: "internal",
      team: "payments",
      milestones: { detected: "2026-04-01T22:30:00Z", declared: "2026-04-01T22:30:00Z" },
    });
    expect(
      written(draftIncident(buildKnowledgeBase(), { ...wishes, started: "2026-03-30T23:59:00Z" }, now)).id,
    ).toBe("2026-03-30-checkout-times-out");
  });

  test("takes no id that is, was or cannot be read", () => {
    const id = "2026-04-01-checkout-times-out";
    const bases = [
      buildKnowledgeBase([buildEntry("incident", id)]),
      buildKnowledgeBase([buildEntry("incident", "2026-04-01-other", { aliases: [id] })]),
      buildKnowledgeBase([], { broken: [{ kind: "incident", id, file: `content/incidents/${id}.mdx` }] }),
    ];
    for (const base of bases) expect(written(draftIncident(base, wishes, now)).id).toBe(`${id}-2`);
  });

  test("says what its severity asks for, and keeps the lesson where no postmortem is due", () => {
    const text = (severity: string) =>
      written(draftIncident(buildKnowledgeBase(), { ...wishes, severity }, now)).text;
    expect(text("P1")).toContain(
      "# A postmortem is required: draft within 48 h, final within 7 days of the end.",
    );
    expect(text("SEV1")).not.toContain("## What we learned");
    expect(text("SEV3")).toContain("## What we learned");
  });

  test("is refused with all that is wrong at once", () => {
    const drafting = draftIncident(
      buildKnowledgeBase(),
      {
        title: " ",
        severity: "SEV2",
        services: ["chekout"],
        visibility: "pubic",
        resolved: "2026-04-01T10:00:00Z",
      },
      now,
    );
    expect(drafting.ok ? [] : drafting.problems.map(({ wish }) => wish)).toEqual([
      "title",
      "visibility",
      "severity",
      "service",
      "started",
    ]);
  });

  test("says any title as it was given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (title) => {
        const drafting = draftIncident(buildKnowledgeBase(), { ...wishes, title }, now);
        if (!drafting.ok) return title.trim() === "";
        const { entry, findings } = reading(drafting.draft);
        return entry
          ? (entry as Entry<"incident">).data.title === title.replace(/\s+/g, " ").trim()
          : findings.every(({ code }) => code === "invalid-value");
      }),
      { seed: 20260401 },
    );
  });
});
