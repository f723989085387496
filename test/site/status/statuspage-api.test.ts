import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ServedFolder, serveFolder } from "../../../scripts/serve-folder.ts";
import { gatherStatus } from "../../../src/core/views/status/gather-status.ts";
import { component, statusContext } from "../../support/status-example.ts";
import { writtenStatus } from "./written-status.ts";

// The clients are programs of others: they are run as they are, against our files on loopback.
const require = createRequire(import.meta.url);
const { folder, api, remove } = writtenStatus();
let served: ServedFolder;

beforeAll(async () => {
  served = await serveFolder({ folder, base: "/", port: 0 });
});
afterAll(async () => {
  await served?.close();
  remove();
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
