import { describe, expect, test } from "vitest";
import { open, recordedBy } from "./open-record.ts";

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
