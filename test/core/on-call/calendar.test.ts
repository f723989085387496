import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { expect, test } from "vitest";
import { rosterCalendar } from "../../../src/core/on-call/calendar.ts";
import { teams } from "../../../src/core/schemas/teams.ts";
import { epochOf, instantOf } from "../../../src/core/time.ts";

const about = {
  site: "https://learn.example.com/tidemark/",
  url: "https://learn.example.com/tidemark/on-call/",
  nameOf: (handle: string) => `@${handle}`,
};
const [team] = teams.parse({
  people: ["ada", "grace"].map((handle) => ({ handle, role: "Engineer" })),
  teams: [
    {
      id: "payments",
      name: "Payments; cards, and a name that is so long that a line of the feed has to be folded – for sure",
      roster: {
        zone: "Europe/Berlin",
        rotation: ["ada", "grace"],
        starts: "2026-03-16T09:00:00+01:00",
        shiftLength: "7d",
        overrides: [{ person: "ada", from: "2026-10-20T09:00:00+02:00", to: "2026-10-21T09:00:00+02:00" }],
      },
    },
  ],
}).teams;
const calendarOn = (now: string) => rosterCalendar(team!, epochOf(now), about)!;

/** The shifts that two clients read, which must agree. */
function read(text: string) {
  const byNode = Object.values(nodeIcal.sync.parseICS(text))
    .filter((event) => event?.type === "VEVENT")
    .map((event) => `${event.start.toISOString()} ${event.end!.toISOString()} ${event.summary}`);
  const component = new ICAL.Component(ICAL.parse(text));
  const byIcal = component.getAllSubcomponents("vevent").map((each) => {
    const event = new ICAL.Event(each);
    return `${event.startDate.toJSDate().toISOString()} ${event.endDate.toJSDate().toISOString()} ${event.summary}`;
  });
  expect(byIcal.sort()).toEqual(byNode.sort());
  return byIcal.map((line) => line.replaceAll(".000Z", "Z").replace(/, primary.*/, ""));
}

test("two calendar clients read the same shifts, at nine in Berlin before and after the clocks change", () => {
  const spring = read(calendarOn("2026-03-18T12:00:00Z"));
  expect(spring.slice(0, 3)).toEqual([
    "2026-03-16T08:00:00Z 2026-03-23T08:00:00Z @ada",
    "2026-03-23T08:00:00Z 2026-03-30T07:00:00Z @grace",
    "2026-03-30T07:00:00Z 2026-04-06T07:00:00Z @ada",
  ]);
  const autumn = read(calendarOn("2026-10-15T12:00:00Z"));
  expect(autumn).toEqual(
    expect.arrayContaining([
      "2026-10-19T07:00:00Z 2026-10-20T07:00:00Z @grace",
      "2026-10-20T07:00:00Z 2026-10-21T07:00:00Z @ada",
      "2026-10-21T07:00:00Z 2026-10-26T08:00:00Z @grace",
      "2026-10-26T08:00:00Z 2026-11-02T08:00:00Z @ada",
    ]),
  );
});

test("every shift is in the feed once, has an id of its own, and leaves no gap in half a year", () => {
  const text = calendarOn("2026-03-18T12:00:00Z");
  const ids = [...text.replaceAll("\r\n ", "").matchAll(/^UID:(.+)$/gm)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const shifts = read(text).sort();
  expect(shifts.length).toBeGreaterThanOrEqual(26);
  for (let index = 1; index < shifts.length; index++)
    expect(shifts[index]!.slice(0, 20)).toBe(shifts[index - 1]!.slice(21, 41));
  expect(text.split("\r\n").every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
});

test("a feed is the same all day, and a team without a roster has none", () => {
  expect(calendarOn("2026-03-18T00:00:01Z")).toBe(calendarOn("2026-03-18T23:59:59Z"));
  expect(calendarOn("2026-03-18T12:00:00Z")).toContain(
    `DTSTAMP:${instantOf(epochOf("2026-03-18T00:00:00Z")).replaceAll(/[-:]/g, "")}`,
  );
  const { roster: _, ...without } = team!;
  expect(rosterCalendar(without, 0, about)).toBeUndefined();
});
