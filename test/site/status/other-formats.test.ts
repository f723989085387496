import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeBadge } from "badge-maker";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { afterAll, describe, expect, test } from "vitest";
import { statusDocument } from "../../../src/core/schemas/status-document.ts";
import { writtenStatus } from "./written-status.ts";

const { folder, read, remove } = writtenStatus();
afterAll(remove);

describe("other formats", () => {
  test("planned work is a calendar for node-ical and ical.js alike", () => {
    const text = read("maintenance.ics");
    const events = Object.values(nodeIcal.sync.parseICS(text)).filter((each) => each?.type === "VEVENT");
    const others = new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents("vevent")
      .map((each) => new ICAL.Event(each));
    expect(events.length).toBe(others.length);
    const work = others.find(({ summary }) => summary === "Work on pay")!;
    expect(work.startDate.toJSDate().toISOString()).toBe("2026-05-20T09:30:00.000Z");
    expect(work.endDate.toJSDate().toISOString()).toBe("2026-05-20T11:00:00.000Z");
    // Two in the morning in Berlin is 01:00 UTC before the clocks change and 00:00 after it.
    const starts = others
      .filter(({ summary }) => summary === "Work on checkout")
      .map(({ startDate }) => startDate.toJSDate().toISOString());
    expect(starts).toContain("2026-03-24T01:00:00.000Z");
    expect(starts).toContain("2026-03-31T00:00:00.000Z");
    expect(new Set(others.map(({ uid }) => uid)).size).toBe(others.length);
  });

  test("badges are drawings, and what badge-maker takes", () => {
    for (const path of ["status/badge", "status/badges/search"]) {
      execFileSync("xmllint", ["--noout", join(folder, `${path}.svg`)]);
      const { label, message, color, schemaVersion } = JSON.parse(read(`${path}.json`));
      expect(schemaVersion).toBe(1);
      expect(makeBadge({ label, message, color })).toContain(message);
    }
    expect(read("status/badge.svg")).toContain("<title>Minimal shop: Partial system outage</title>");
  });

  test("metrics are what Prometheus reads", () => {
    execFileSync("promtool", ["check", "metrics"], { input: read("status/metrics.txt") });
    expect(read("status/metrics.txt")).toContain(
      'tidemark_status_component_state{component="search",name="Search",state="partial_outage"} 1',
    );
  });

  test("status.json keeps to its published schema", () => {
    const document = statusDocument.parse(JSON.parse(read("status/status.json")));
    expect(document.components.map(({ state }) => state)).toEqual([
      "partial_outage",
      "under_maintenance",
      "operational",
    ]);
    expect(document.incidents[0]).toMatchObject({ regions: ["Europe"], plans: ["Business"] });
  });

  test("the map of the site is XML, and the picture is a PNG of 1200 by 630", () => {
    execFileSync("xmllint", ["--noout", join(folder, "sitemap.xml")]);
    expect(read("sitemap.xml")).toContain("<loc>https://tidemark.example.org/status/</loc>");
    const png = readFileSync(join(folder, "status/card.png"));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(read("llms.txt")).toContain("Partial System Outage");
  });
});
