import { describe, expect, test } from "vitest";
import { parseComment } from "../../../src/core/comments/parse-comment.ts";
import { isRecorded, recordComment } from "../../../src/core/comments/record-comment.ts";
import { Recording } from "../../../src/core/comments/recording.ts";
import type { Entry } from "../../../src/core/knowledge-base/knowledge-base.ts";
import { buildEntry, type Fields } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";

const AT = Date.parse("2026-04-01T14:20:00Z");
const URL = "https://github.example.org/shop/content/issues/7#issuecomment-99";
const checkout = buildEntry("service", "checkout", { component: { name: "Checkout" } });
const search = buildEntry("service", "search", { title: "Search", owner: "payments" });
const runbook = buildEntry("runbook", "pool-exhausted");
const knowledgeBase = buildKnowledgeBase([checkout, search, runbook], {
  teams: {
    people: [
      { handle: "ada", role: "Engineer", github: "Ada-L" },
      { handle: "joan", role: "Engineer", active: false },
    ],
    teams: [{ id: "payments", name: "Payments", members: ["ada"] }],
  },
});

function open(fields: Fields = {}): Entry<"incident"> {
  return buildEntry("incident", "2026-04-01-pool", {
    milestones: { detected: "2026-04-01T14:00:00Z" },
    ...fields,
  });
}

/** What a comment makes of an incident, or its problems. */
function recordedBy(body: string, incident = open()) {
  const { commands, problems } = parseComment(body, AT);
  expect(problems).toEqual([]);
  const recorded = recordComment(knowledgeBase, incident, { commands, at: AT, url: URL, by: "ada" });
  if (!recorded.ok) return recorded.problems;
  const recording = new Recording(incident, { at: AT, url: URL });
  recording.take(recorded.edits);
  return { ...recorded, entry: recording.entry, data: recording.data };
}
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

describe("a comment that makes no sense changes nothing and says what would", () => {
  test.each([
    ["/severity SEV9", "Unexpected severity `SEV9`", "Did you mean `SEV1`?"],
    ["/commander @adda", "Unexpected person `adda`", "Did you mean `ada`?"],
    [
      "/commander @joan",
      "Unexpected commander `joan`: nothing may be given to them any more",
      "A `/commander` looks like `/commander @handle`.",
    ],
    ["/impact chekout=none", "Unexpected service `chekout`", "Did you mean `checkout`?"],
    ["/runbook pool-exhuasted", "Unexpected runbook `pool-exhuasted`", "Did you mean `pool-exhausted`?"],
    ["/milestone resolved now", "Unexpected milestone `resolved`", "`/resolve 14:05Z` ends the incident."],
    ["/milestone closed now", "Unexpected milestone `closed`", "The final postmortem closes the incident."],
  ])("%s", (body, message, help) => {
    expect(recordedBy(`/note first\n${body}`)).toEqual([{ line: 2, message, help }]);
  });

  test("an update of what is restricted, or of services that no customer knows", () => {
    expect(recordedBy("/update Hello", open({ visibility: "restricted" }))).toMatchObject([
      { message: "Unexpected update for customers of an incident that is `restricted`" },
    ]);
    expect(recordedBy("/update Hello", open({ services: ["search"] }))).toMatchObject([
      { message: "Unexpected update for customers: none of its services is shown to them" },
    ]);
  });

  test("a second end", () => {
    const over = open({
      milestones: {
        started: "2026-04-01T13:58:00Z",
        detected: "2026-04-01T14:00:00Z",
        resolved: "2026-04-01T14:15:00Z",
      },
    });
    expect(recordedBy("/resolve", over)).toMatchObject([
      { message: "Unexpected end of an incident that was over at 2026-04-01T14:15:00Z" },
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
