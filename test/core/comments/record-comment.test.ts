import { describe, expect, test } from "vitest";
import { isRecorded } from "../../../src/core/comments/record-comment.ts";
import type { Entry } from "../../../src/core/knowledge-base/knowledge-base.ts";
import { open, recordedBy, URL } from "./open-record.ts";

const dataAfter = (body: string, incident?: Entry<"incident">) => {
  const result = recordedBy(body, incident);
  if (!("data" in result)) throw new Error(JSON.stringify(result));
  return result.data;
};

describe("a comment changes the record", () => {
  test("with author, time and its address", () => {
    const { timeline } = dataAfter("/note Restarted one of eight");
    expect(timeline).toMatchObject([
      {
        at: "2026-04-01T14:20:00Z",
        kind: "observation",
        text: "Restarted one of eight",
        by: "ada",
        evidence: [{ title: "Comment", url: URL }],
      },
    ]);
  });

  test("of severity: higher is the peak, lower is how it is judged from then on", () => {
    expect(dataAfter("/severity P1").severity).toEqual({ initial: "SEV3", peak: "SEV1" });
    const severe = open({ severity: { initial: "SEV1", peak: "SEV1" } });
    expect(dataAfter("/severity SEV3", severe).severity).toEqual({
      initial: "SEV1",
      peak: "SEV1",
      final: "SEV3",
    });
  });

  test("of command, by handle or GitHub login: whoever had it has it until then", () => {
    const led = open({
      roles: [{ role: "incident-commander", person: "joan", from: "2026-04-01T14:01:00Z" }],
    });
    expect(dataAfter("/commander @ada-l", led).roles).toEqual([
      {
        role: "incident-commander",
        person: "joan",
        from: "2026-04-01T14:01:00Z",
        to: "2026-04-01T14:20:00Z",
      },
      { role: "incident-commander", person: "ada", from: "2026-04-01T14:20:00Z" },
    ]);
  });

  test("of impact, milestones and runbooks", () => {
    const data = dataAfter(
      "/impact checkout=partial_outage\n/milestone started 13:58Z\n/status identified\n/runbook pool-exhausted partly step 3 is gone\n/milestone mitigated 14:10Z",
    );
    expect(data.milestones).toEqual({
      started: "2026-04-01T13:58:00Z",
      detected: "2026-04-01T14:00:00Z",
      identified: "2026-04-01T14:20:00Z",
      mitigated: "2026-04-01T14:10:00Z",
    });
    expect(data.impact).toMatchObject([
      {
        service: "checkout",
        level: "partial_outage",
        from: "2026-04-01T14:00:00Z",
        to: "2026-04-01T14:10:00Z",
      },
    ]);
    expect(data.runbooks).toMatchObject([
      { runbook: "pool-exhausted", outcome: "partly", note: "step 3 is gone" },
    ]);
    expect(data.timeline).toHaveLength(5);
  });

  test("with an update for customers, which makes it public under a title of names that they know", () => {
    const result = recordedBy(
      "/impact checkout=major_outage\n/update Paying fails.\n\nWe are on it.\n/status identified",
    );
    if (!("data" in result)) throw new Error("refused");
    expect(result.data).toMatchObject({
      visibility: "public",
      publicTitle: "Trouble with Checkout",
      customerVisible: true,
    });
    expect(result.data.updates).toMatchObject([
      {
        at: "2026-04-01T14:20:00Z",
        status: "identified",
        text: "Paying fails.\n\nWe are on it.",
        components: [{ service: "checkout", level: "major_outage" }],
        by: "ada",
      },
    ]);
    expect(result.data.milestones.identified).toBe("2026-04-01T14:20:00Z");
    expect(result.publicWords).toEqual(["Paying fails.\n\nWe are on it.", "Trouble with Checkout"]);
  });

  test("with its end: milestones, impact, and the words beside it as the last ones for customers", () => {
    const told = open({
      visibility: "public",
      customerVisible: true,
      milestones: { started: "2026-04-01T13:58:00Z", detected: "2026-04-01T14:00:00Z" },
      impact: [{ service: "checkout", level: "major_outage", from: "2026-04-01T13:58:00Z" }],
      updates: [{ at: "2026-04-01T14:05:00Z", status: "investigating", text: "We look into it." }],
    });
    const data = dataAfter("/update Paying works again.\n/resolve 14:15Z", told);
    expect(data.milestones.resolved).toBe("2026-04-01T14:15:00Z");
    expect(data.impact[0]!.to).toBe("2026-04-01T14:15:00Z");
    expect(data.updates.slice(1)).toMatchObject([{ status: "resolved", text: "Paying works again." }]);
    expect(dataAfter("/resolve", told).updates.at(-1)).toMatchObject({
      status: "resolved",
      text: "This is over. Everything works as usual.",
    });
  });

  test("and says what it had to assume where nobody said when it started", () => {
    const result = recordedBy("/resolve");
    expect(result).toMatchObject({
      data: { milestones: { started: "2026-04-01T14:00:00Z", resolved: "2026-04-01T14:20:00Z" } },
    });
    expect("remarks" in result && result.remarks).toEqual([
      expect.stringMatching(/^Nobody said when it started/),
    ]);
  });
});

test("a comment that was recorded is known by its address", () => {
  const result = recordedBy("/severity SEV1\n/update Paying fails.");
  if (!("entry" in result)) throw new Error("refused");
  expect(isRecorded(result.entry, URL)).toBe(true);
  expect(isRecorded(result.entry, `${URL}9`)).toBe(false);
  expect(isRecorded(open(), URL)).toBe(false);
});

test("a comment that comes late stands behind what came before it", () => {
  const ahead = open({
    timeline: [{ at: "2026-04-01T14:30:00Z", text: "Later" }],
    visibility: "public",
    updates: [{ at: "2026-04-01T14:25:00Z", status: "investigating", text: "Later" }],
  });
  const data = dataAfter("/note Earlier\n/update Earlier", ahead);
  expect(data.timeline.map(({ at }) => at)).toEqual([
    "2026-04-01T14:30:00Z",
    "2026-04-01T14:30:00Z",
    "2026-04-01T14:30:00Z",
  ]);
  expect(data.updates.at(-1)!.at).toBe("2026-04-01T14:25:00Z");
});
