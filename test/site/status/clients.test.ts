import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeBadge } from "badge-maker";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import RssParser from "rss-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ServedFolder, serveFolder } from "../../../scripts/serve-folder.ts";
import { writeFiles } from "../../../src/adapters/publish/write-files.ts";
import { statusDocument } from "../../../src/core/schemas/status-document.ts";
import { gatherStatus } from "../../../src/core/views/status/gather-status.ts";
import { listingFiles, statusSite } from "../../../src/site/status/status-site.ts";
import { closeBrowser, openPage } from "../../support/browser.ts";
import {
  component,
  openIncident,
  pastIncident,
  plannedWork,
  statusContext,
} from "../../support/status-example.ts";

// The clients are programs of others: they are run as they are, against our files on loopback.
const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "tidemark-clients-"));
const read = (path: string) => readFileSync(join(folder, path), "utf8");
const api = (name: string) => JSON.parse(read(`api/v2/${name}.json`));
const hostile = `Half & <b>half</b> ]]> "quoted" end`;
let served: ServedFolder;

beforeAll(async () => {
  const context = statusContext([
    component("search", { group: "Shop", position: 1 }),
    component("pay", { group: "Shop", position: 2 }, { aliases: ["paying"] }),
    openIncident("search", "partial_outage", 3),
    pastIncident("pay", "2026-05-02"),
    pastIncident("search", "2026-04-02", "major_outage"),
    plannedWork("index-work", "pay", "2026-05-20T09:30:00Z", "2026-05-20T11:00:00Z"),
    plannedWork("move", "search", "2026-06-01T02:00:00Z", "2026-06-01T03:00:00Z", { publicTitle: hostile }),
    plannedWork("weekly", "checkout", "", "", {
      schedule: {
        starts: "2026-03-10T02:00",
        zone: "Europe/Berlin",
        rule: "FREQ=WEEKLY;BYDAY=TU",
        length: "1h",
      },
    }),
  ]);
  const files = [...statusSite(context), ...listingFiles(gatherStatus(context), ["/", "/status/"])];
  writeFiles(folder, files);
  cpSync(require.resolve("@statuspage/status-widget/dist/index.js"), join(folder, "atlassian.js"));
  served = await serveFolder({ folder, base: "/", port: 0 });
  writeFileSync(
    join(folder, "embedding.html"),
    `<!doctype html><meta charset="utf-8"><title>A shop</title><link rel="icon" href="data:,"><script src="/atlassian.js"></script><statuspage-widget src="${served.address.slice(0, -1)}"></statuspage-widget><p>Footer <script src="/status/widget.js"></script></p><iframe src="/status/embed/" title="Status"></iframe>`,
  );
});
afterAll(async () => {
  await closeBrowser();
  await served?.close();
  rmSync(folder, { recursive: true });
});

describe("the eight files of the Statuspage API", () => {
  test("say how things stand, in its words and with every key", () => {
    const { page, status, components, incidents, scheduled_maintenances } = api("summary");
    expect(status).toEqual({ indicator: "major", description: "Partial System Outage" });
    expect(page).toMatchObject({
      name: "Minimal shop",
      url: "https://tidemark.example.org/",
      time_zone: "Europe/Berlin",
    });
    expect(components.map((each: { name: string; status: string }) => [each.name, each.status])).toEqual([
      ["Shop", "partial_outage"],
      ["Search", "partial_outage"],
      ["Pay", "under_maintenance"],
      ["Checkout", "operational"],
    ]);
    for (const each of components) {
      expect(Object.keys(each).filter((key) => key !== "components")).toEqual(COMPONENT_KEYS);
      expect(each.id).toMatch(/^[a-z][a-z0-9]{11}$/);
    }
    expect(components[0].components).toEqual([components[1].id, components[2].id]);
    expect(incidents).toHaveLength(1);
    expect(Object.keys(incidents[0])).toEqual(INCIDENT_KEYS);
    expect(incidents[0]).toMatchObject({ status: "identified", impact: "major", resolved_at: null });
    expect(incidents[0].incident_updates.map((update: { body: string }) => update.body.slice(0, 13))).toEqual(
      ["Word number 3", "Word number 2", "Word number 1"],
    );
    expect(Object.keys(incidents[0].incident_updates[0])).toEqual(UPDATE_KEYS);
    expect(incidents[0].incident_updates.at(-1).affected_components).toEqual([
      {
        code: components[1].id,
        name: "Shop - Search",
        old_status: "operational",
        new_status: "partial_outage",
      },
    ]);
    expect(scheduled_maintenances.map((each: { status: string }) => each.status).sort()).toEqual([
      "in_progress",
      "scheduled",
      "scheduled",
    ]);
  });

  test("list what is unresolved, active and upcoming apart, and the newest first", () => {
    expect(api("incidents").incidents.map(({ status }: { status: string }) => status)).toEqual([
      "identified",
      "resolved",
      "resolved",
    ]);
    expect(api("incidents/unresolved").incidents).toHaveLength(1);
    const active = api("scheduled-maintenances/active").scheduled_maintenances;
    expect(active.map(({ name }: { name: string }) => name)).toEqual(["Work on pay"]);
    expect(active[0]).toMatchObject({ impact: "maintenance", scheduled_for: "2026-05-20T09:30:00.000Z" });
    expect(api("scheduled-maintenances/upcoming").scheduled_maintenances).toHaveLength(2);
    const starts = api("scheduled-maintenances").scheduled_maintenances.map(
      (each: { scheduled_for: string }) => each.scheduled_for,
    );
    expect(starts).toEqual([...starts].sort().reverse());
    expect(starts.length).toBeGreaterThan(5);
    for (const list of [api("incidents").incidents, api("scheduled-maintenances").scheduled_maintenances])
      for (const each of list) expect(each.incident_updates.length).toBeGreaterThan(0);
  });

  test("are understood by statuspage.js, all eight calls", async () => {
    const { Statuspage } = require("statuspage.js");
    const client = new Statuspage("tidemark");
    client.axios.defaults.baseURL = `${served.address}api/v2`;
    expect((await client.summary()).status.description).toBe("Partial System Outage");
    expect((await client.status()).status.indicator).toBe("major");
    expect((await client.components()).components).toHaveLength(4);
    expect((await client.allIncidents()).incidents).toHaveLength(3);
    expect((await client.unresolvedIncidents()).incidents).toHaveLength(1);
    expect((await client.activeScheduledMaintenances()).scheduled_maintenances).toHaveLength(1);
    expect((await client.upcomingScheduledMaintenances()).scheduled_maintenances).toHaveLength(2);
    expect((await client.allScheduledMaintenances()).scheduled_maintenances.length).toBeGreaterThan(5);
  });

  test("are understood by statuspage.io", async () => {
    const { Statuspage } = require("statuspage.io");
    const client = new Statuspage("tidemark");
    client.setApiUrl(served.address.slice(0, -1));
    const { api: calls } = client;
    expect((await calls.getSummary()).status.indicator).toBe("major");
    expect((await calls.getStatus()).status.description).toBe("Partial System Outage");
    expect((await calls.getComponents()).components).toHaveLength(4);
    expect((await calls.incidents.getAll()).incidents).toHaveLength(3);
    expect((await calls.incidents.getUnresolved()).incidents).toHaveLength(1);
    expect((await calls.scheduledMaintenances.getUpcoming()).scheduled_maintenances).toHaveLength(2);
  });
});

describe("what stands in pages of others, in a browser", () => {
  test("Atlassian's widget, our script and our frame show the state and complain of nothing", async () => {
    const { page, complaints, close } = await openPage(`${served.address}embedding.html`);
    const theirs = page.locator("statuspage-widget");
    await theirs
      .getByText(/Partial System Outage|Partial/i)
      .first()
      .waitFor();
    const ours = page.locator("p > span").getByRole("link");
    await expect.poll(() => ours.textContent()).toBe("▣Partial system outage");
    expect(await ours.getAttribute("href")).toBe(`${served.address}status/`);
    expect(await page.frameLocator("iframe").getByRole("link").textContent()).toBe("▣ Partial system outage");
    // Their bundle asks for a name of its own maker that it never declares, wherever it runs.
    expect(complaints.filter((words) => !words.includes("parcelRequire"))).toEqual([]);
    await close();
  });

  test("script and frame are smaller than 3 KB each", () => {
    expect(read("status/widget.js").length).toBeLessThan(3000);
    expect(read("status/embed/index.html").length).toBeLessThan(3000);
  });
});

describe("feeds", () => {
  test.each(["history", "status/feeds/search"])(
    "%s is well formed and says the same in three formats to two parsers",
    async (path) => {
      for (const end of ["atom", "rss"]) execFileSync("xmllint", ["--noout", join(folder, `${path}.${end}`)]);
      const atom = parseAtomFeed(read(`${path}.atom`));
      const rss = parseRssFeed(read(`${path}.rss`));
      const json = parseJsonFeed(read(`${path}.json`));
      const ids = (atom.entries ?? []).map((entry) => entry.id);
      expect(ids.length).toBeGreaterThanOrEqual(3);
      expect((rss.items ?? []).map(({ guid }) => guid?.value)).toEqual(ids);
      expect((json.items ?? []).map(({ id }) => id)).toEqual(ids);
      const parser = new RssParser();
      const [first] = (await parser.parseString(read(`${path}.atom`))).items;
      expect(first?.title).toBe("Identified: Trouble with search");
      expect(first?.content?.match(/Word number \d/g)).toEqual([
        "Word number 3",
        "Word number 2",
        "Word number 1",
      ]);
      expect((await parser.parseString(read(`${path}.rss`))).items).toHaveLength(ids.length);
    },
  );

  test("hold hostile words as words", () => {
    const work = parseRssFeed(read("history.rss")).items?.find(({ title }) => title?.includes("Half"));
    expect(work?.title).toBe('Scheduled: Half & <b>half</b> ]]&gt; "quoted" end');
    const titles = parseAtomFeed(read("history.atom")).entries?.map(({ title }) => JSON.stringify(title));
    expect(titles?.filter((title) => title.includes("&lt;b&gt;half"))).toHaveLength(1);
  });
});

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

test("a renamed component keeps its id, and all ids are those of public things", () => {
  const before = statusContext([component("paying", {})]);
  const after = statusContext([component("pay", {}, { aliases: ["paying"] })]);
  const idsOf = (context: typeof before) =>
    gatherStatus(context).groups.flatMap(({ components }) => components.map(({ code }) => code));
  expect(idsOf(after).sort()).toEqual(idsOf(before).sort());
});

const COMPONENT_KEYS = [
  "id",
  "name",
  "status",
  "created_at",
  "updated_at",
  "position",
  "description",
  "showcase",
  "start_date",
  "group_id",
  "page_id",
  "group",
  "only_show_if_degraded",
];
const INCIDENT_KEYS = [
  "id",
  "name",
  "status",
  "created_at",
  "updated_at",
  "monitoring_at",
  "resolved_at",
  "impact",
  "shortlink",
  "started_at",
  "page_id",
  "incident_updates",
  "components",
];
const UPDATE_KEYS = [
  "id",
  "status",
  "body",
  "incident_id",
  "created_at",
  "updated_at",
  "display_at",
  "affected_components",
  "deliver_notifications",
  "custom_tweet",
  "tweet_id",
];
