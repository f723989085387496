import { describe, expect, test } from "vitest";
import { readMoment } from "../../../src/importers/markdown/moment.ts";
import { declaredZone, offsetOfWallClock, zoneOf } from "../../../src/importers/markdown/zone.ts";

function said(text: string): string | undefined {
  const moment = readMoment(text);
  if (!moment) return undefined;
  const { day, clock, until, zone, approximate, problem, rest } = moment;
  const time = (value: typeof clock) =>
    value ? `${String(value.hour).padStart(2, "0")}:${String(value.minute).padStart(2, "0")}` : "";
  return [
    day && "date" in day ? day.date : day && "month" in day ? `${day.month}/${day.day}` : "",
    time(clock),
    time(until),
    zone ? Object.values(zone)[0] : "",
    approximate ? "about" : "",
    problem ?? "",
    rest,
  ].join("|");
}

describe("a text says when", () => {
  test.each([
    ["2020-11-17 10:45~", "2020-11-17|10:45|||about||"],
    ["2017-02-24 11:14 PM", "2017-02-24|23:14|||||"],
    ["March 6 2017 22:59", "2017-03-06|22:59|||||"],
    ["{{ 2022-01-20 Between 02:00 and 02.30 PM }}", "2022-01-20|14:00|14:30||||"],
    ["**21:45 UTC** - Deploy", "|21:45||Z|||Deploy"],
    ["22:30 UTC (Oct 29) - Reported", "10/29|22:30||Z|||Reported"],
    ["2026-03-14T17:52:00+02:00 down", "2026-03-14|17:52||+02:00|||down"],
    ["12:09 PT: alert", "|12:09||America/Los_Angeles|||alert"],
    ["14/03/2020 10:00", "2020-03-14|10:00|||||"],
    ["24.12.2025, 18:00", "2025-12-24|18:00|||||"],
    ["July 14, 2025, 11:20 AM", "2025-07-14|11:20|||||"],
    ["~16:06:00 - 16:16:00", "|16:06|16:16||about||"],
  ])("%s", (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  test.each([
    "1.5 hours later",
    "3.2 version",
    "10 nodes",
    "May the force",
    "192.168.0.1",
    "03/04/2020 10:00",
    "Monday",
    "October 29-30, 2025",
  ])("%s says nothing certain", (text) => {
    expect(said(text)).toBeUndefined();
  });

  test.each([
    ["2024-02-30 12:00", "2024-02-30 is on no calendar"],
    ["31 April 2020", "31 April 2020 is on no calendar"],
    ["2021-13-01", "2021-13-01 is on no calendar"],
    ["25:61", "25:61 is on no clock"],
    ["13:00 AM", "13:00 AM is on no clock"],
    ["Tuesday 5 December 2019", "Tuesday 5 December 2019 was another day of the week"],
  ])("%s cannot be", (text, problem) => {
    expect(readMoment(text)?.problem).toBe(problem);
  });
});

describe("zones", () => {
  test.each([
    ["All times in UTC.", { offset: "Z" }],
    ["Date and Time in CET", { offset: "+01:00" }],
    ["Timeline (times in BST)", { offset: "+01:00" }],
    ["All times in UTC+1", { offset: "+01:00" }],
    ["Times are in PT", { name: "America/Los_Angeles" }],
    ["times in IST", { unknown: "IST" }],
    ["Time", undefined],
  ])("%s", (text, zone) => {
    expect(declaredZone(text)).toEqual(zone);
  });

  test("a wall clock that was skipped or shown twice has no offset", () => {
    const berlin = { name: "Europe/Berlin" };
    expect(offsetOfWallClock(Date.parse("2026-03-29T01:30:00Z"), berlin)).toEqual({ offset: "+01:00" });
    expect(offsetOfWallClock(Date.parse("2026-03-29T02:30:00Z"), berlin)).toEqual({
      why: "the clocks of Europe/Berlin skipped it",
    });
    expect(offsetOfWallClock(Date.parse("2026-10-25T02:30:00Z"), berlin)).toEqual({
      why: "the clocks of Europe/Berlin showed it twice",
    });
    expect(offsetOfWallClock(0, zoneOf("UTC-3:30"))).toEqual({ offset: "-03:30" });
  });
});
