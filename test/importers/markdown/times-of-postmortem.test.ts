import { describe, expect, test } from "vitest";
import { documentAt, importTexts, notesOf } from "../../support/import-request.ts";

const table = (...rows: string[]) =>
  `| Time | Event |\n| - | - |\n${rows.map((row) => `| ${row} |`).join("\n")}\n`;
const span = "The outage lasted 48 minutes, from 12:02 to 12:50 UTC.\n";

function incidentOf(text: string, name = "2026-03-14-down.md", zone?: string): string | undefined {
  const plan = importTexts({ [name]: text }, zone === undefined ? {} : { zone });
  return plan.documents.find(({ path }) => path.startsWith("incidents/"))?.text;
}

function notes(text: string, name = "2026-03-14-down.md", zone?: string): string[] {
  return notesOf(importTexts({ [name]: text }, zone === undefined ? {} : { zone })).filter(
    (note) => !/ mapped /.test(note),
  );
}

describe("a record is made where start, detection and end are certain", () => {
  test("by a span in prose and the first notice in the timeline", () => {
    const incident = incidentOf(
      `# Down\n\n${span}\n## Timeline\n\n${table("12:02 UTC | a release", "12:09 UTC | alert fires")}`,
    );
    expect(incident).toContain(
      "started: 2026-03-14T12:02:00Z\n  detected: 2026-03-14T12:09:00Z\n  resolved: 2026-03-14T12:50:00Z",
    );
    expect(incident).toContain("- at: 2026-03-14T12:02:00Z\n    text: a release");
  });

  test("by labelled lines with a day, a time and a zone", () => {
    const incident = incidentOf(
      "# Down\n\n- **Started:** 2026-03-14 12:02 CET\n- **Detected:** 12:09 CET\n- **Resolved:** 12:50 CET\n- **Severity:** P1",
    );
    expect(incident).toContain("started: 2026-03-14T12:02:00+01:00");
    expect(incident).toContain("initial: SEV1");
  });

  test("by front matter", () => {
    const incident = incidentOf(
      "---\nstarted_at: 2026-03-14T12:02:00Z\ndetected_at: 2026-03-14T12:03:00Z\nresolved_at: 2026-03-14T12:50:00Z\n---\n\n# Down",
    );
    expect(incident).toContain("detected: 2026-03-14T12:03:00Z");
  });

  test("by durations that lead from one entry to two others", () => {
    const rows = table(
      "2026-03-14 12:02 | a release",
      "2026-03-14 12:09 | we look",
      "2026-03-14 12:50 | gone",
    );
    const incident = incidentOf(
      `# Down\n\nAll times in UTC.\n\n## Timeline\n\n${rows}\n## Stats\n\n- Time to detection: 7 minutes\n- Time to recovery: 48 minutes\n`,
    );
    expect(incident).toContain("detected: 2026-03-14T12:09:00Z\n  resolved: 2026-03-14T12:50:00Z");
  });

  test("and the postmortem names it", () => {
    const plan = importTexts({
      "2026-03-14-down.md": `# Down\n\n${span}\n${table("12:09 UTC | alert fires")}`,
    });
    expect(documentAt(plan, "postmortems/2026-03-14-down.mdx")).toContain(
      'incidents:\n  - "2026-03-14-down"',
    );
  });
});

describe("what is not certain stays prose, and says why", () => {
  test.each([
    [
      "a time without a zone",
      `# Down\n\n${table("12:02 | a")}`,
      /:5 prose zone-unknown: 12:02: no zone is written/,
    ],
    [
      "a zone of several places",
      `# Down\n\nAll times in IST.\n\n${table("12:02 | a")}`,
      /:7 prose zone-unknown: 12:02: IST is the short name/,
    ],
    [
      "half a day",
      `# Down\n\nTimes in UTC\n\n${table("11:02 PM | a", "3:04 | b")}`,
      /:8 prose half-day-unknown: 3:04/,
    ],
    [
      "two spans",
      "# Down\n\nFrom 12:02 to 12:50 UTC.\n\nFrom 14:00 to 14:10 UTC.",
      /prose no-incident-record: .*more than one span/,
    ],
    [
      "no detection",
      `# Down\n\n${span}`,
      /prose no-incident-record: .*nothing says for certain when it was detected/,
    ],
    [
      "durations that fit nothing",
      `# Down\n\nTimes in UTC\n\n${table("12:02 | a", "12:09 | b")}\n- Time to detection: 3 minutes\n- Time to recovery: 5 minutes`,
      /prose no-incident-record: .*fit no entry/,
    ],
  ])("%s", (_, text, expected) => {
    expect(incidentOf(text)).toBeUndefined();
    expect(notes(text)).toContainEqual(expect.stringMatching(expected));
  });

  test("a time without a zone takes the one that was given", () => {
    const text = `# Down\n\n- Started: 2026-03-14 12:02\n- Detected: 12:09\n- Resolved: 12:50\n\n## Timeline\n\n${table("12:02 | a")}`;
    expect(incidentOf(text)).toBeUndefined();
    expect(incidentOf(text, "2026-03-14-down.md", "America/New_York")).toContain(
      "started: 2026-03-14T12:02:00-04:00",
    );
  });

  test("a day without a time gets its precision, about a time as well", () => {
    const incident = incidentOf(
      `# Down\n\n${span}\n## Timeline\n\nTimes in UTC\n\n${table("2026-03-13 --:-- | a change", "2026-03-14 12:09 | alert fires", "2026-03-14 ~13:00 | all good")}`,
    );
    expect(incident).toContain("- at: 2026-03-13T00:00:00Z\n    precision: day");
    expect(incident).toContain("- at: 2026-03-14T13:00:00Z\n    precision: hour");
  });
});

describe("what cannot be is reported with its line and never mended", () => {
  test.each([
    [
      "a day on no calendar",
      "# Down\n\nOn 2026-02-30 it broke.",
      ":3 problem impossible-date: 2026-02-30 is on no calendar",
    ],
    [
      "a day on no calendar in words",
      "# Down\n\n\nOn 31 April 2026 it broke.",
      ":4 problem impossible-date: 31 April 2026 is on no calendar",
    ],
    [
      "a day of front matter",
      "---\ntitle: Down\ndate: 2026-02-30\n---\n\nText",
      ":3 problem impossible-date: 2026-02-30 is on no calendar",
    ],
    [
      "a time on no clock",
      `# Down\n\nTimes in UTC\n\n${table("25:10 | a")}`,
      ":7 problem impossible-date: 25:10: 25:10 is on no clock",
    ],
    [
      "another day of the week",
      "# Down\n\nTuesday 5 December 2019",
      ":3 problem impossible-date: Tuesday 5 December 2019 was another day of the week",
    ],
    [
      "a span of days that ends before it begins",
      "# Down\n\n2026-03-05 to 2026-03-01",
      ":3 problem reversed-dates: 2026-03-05 to 2026-03-01 ends before it begins",
    ],
    [
      "a span of times that ends before it begins",
      "# Down\n\nFrom 18:46 to 16:58 UTC.",
      ":3 problem reversed-dates: 2026-03-14T16:58:00Z stands as the end of what started at 2026-03-14T18:46:00Z",
    ],
    [
      "a timeline that goes back",
      `# Down\n\nTimes in UTC\n\n${table("2026-03-14 12:09 | a", "2026-03-14 12:02 | b")}`,
      ":8 problem reversed-dates: 2026-03-14 12:02 stands after 2026-03-14T12:09:00Z on line 7",
    ],
    [
      "an end before the start",
      "# Down\n\n- Started: 2026-03-14 12:50 UTC\n- Detected: 12:55 UTC\n- Resolved: 12:02 UTC",
      ":5 problem reversed-dates: resolved at 2026-03-14T12:02:00Z stands before started at 2026-03-14T12:50:00Z",
    ],
    [
      "a length that is none",
      "# Down\n\nIt lasted 3 hours, from 12:02 to 12:50 UTC.",
      ":3 problem durations-disagree: 3 hours is said of a span from 2026-03-14T12:02:00Z to 2026-03-14T12:50:00Z",
    ],
    [
      "a title and a file of other months",
      "# Down on 2026-01-02\n\nText",
      " problem dates-disagree: It is dated 2026-01-02 in one place and 2026-03-14 in another",
    ],
  ])("%s", (_, text, note) => {
    expect(notes(text)).toContainEqual(`source/2026-03-14-down.md${note}`);
    expect(incidentOf(text)).toBeUndefined();
  });

  test("a time that went back over midnight, perhaps, is not put on the next day", () => {
    const text = `# Down\n\nTimes in UTC\n\n${table("23:50 | a", "00:10 | b", "00:20 | c")}`;
    const found = notes(text).filter((note) => /day-unknown/.test(note));
    expect(found).toHaveLength(2);
  });
});
