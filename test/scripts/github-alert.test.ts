import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { alertmanager, NOW } from "../core/alerts/alert-examples.ts";
import { gitHubWorld } from "../support/github-world.ts";

describe("a dispatched alert", () => {
  test("becomes a record and the issue in which it is driven, and knows each other", async () => {
    const world = await gitHubWorld(NOW);
    const ended = await world.alert(alertmanager());
    expect(ended.code, ended.said).toBe(0);
    const path = "content/incidents/2026-04-01-checkout-every-connection-is-in-use.mdx";
    expect(world.text(path)).toContain("tracker: https://github.com/octo/incidents/issues/1");
    const { issues, comments } = world.server.repository;
    expect(issues.map(({ title, labels }) => [title, labels])).toEqual([
      ["Checkout: Every connection is in use", ["incident", "severity: SEV1", "state: open"]],
    ]);
    expect(comments).toHaveLength(1);
  });

  test("three times at once, and of two machines, is one record and one issue", async () => {
    const world = await gitHubWorld(NOW);
    const other = alertmanager(
      { startsAt: "2026-04-01T07:51:00Z" },
      { instance: "10.0.0.2:9090", alertname: "Slow" },
    );
    const ended = await Promise.all([
      world.alert(alertmanager()),
      world.alert(alertmanager()),
      world.alert(other),
    ]);
    // Whoever finds another at work on the issue is told to come again, and then finds everything done.
    for (const { code, said } of ended) expect([0, 5], said).toContain(code);
    expect((await world.alert(alertmanager())).code).toBe(0);
    expect(world.server.repository.issues).toHaveLength(1);
    const records = world.files().filter((path) => path.includes("2026-04-01"));
    expect(records).toHaveLength(1);
    const record = world.text(records[0]!)!;
    expect(record.match(/Alert PoolSaturated\{service=.*fires/g)).toHaveLength(1);
    expect(record.match(/Alert Slow\{service=.*fires/g)).toHaveLength(1);
    expect(record).toContain("tracker:");
  });

  test("that the policy makes a ticket is one issue and no incident", async () => {
    const site =
      "schemaVersion: 1\nname: Shop\nurl: https://shop.example.org/\nalerting: [{ labels: { severity: P1 }, response: ticket }]\n";
    const world = await gitHubWorld(NOW, { "site.yaml": site });
    for (const _ of [1, 2]) expect((await world.alert(alertmanager())).code).toBe(0);
    expect(world.server.repository.issues.map(({ title, labels }) => [title, labels])).toEqual([
      ["PoolSaturated: Every connection is in use", ["alert"]],
    ]);
    expect(world.files().some((path) => path.includes("2026-04-01"))).toBe(false);
  });

  test("in a repository that protects its default branch waits in one pull request of its issue", async () => {
    const site =
      "schemaVersion: 1\nname: Shop\nurl: https://shop.example.org/\npolicies: { declare: pull-request }\n";
    const world = await gitHubWorld(NOW, { "site.yaml": site });
    for (const _ of [1, 2]) expect((await world.alert(alertmanager())).code).toBe(0);
    const { issues } = world.server.repository;
    expect(issues.map(({ pull }) => pull?.head)).toEqual([undefined, "tidemark/incident/1"]);
    const [record] = world.files("tidemark/incident/1").filter((path) => path.includes("2026-04-01"));
    expect(world.text(record!, "tidemark/incident/1")).toContain(
      "tracker: https://github.com/octo/incidents/issues/1",
    );
    expect(world.files()).not.toContain(record);
    const content = world.checkout();
    expect((await world.comment(world.say(1, "/note seen"), { content })).code).toBe(0);
    expect(world.text(record!, "tidemark/incident/1")).toContain("text: seen");
    // The working copy is what the default branch holds: what is not merged is not published.
    expect(existsSync(join(content, "..", record!))).toBe(false);
  });

  test("of an unknown service ends with 2 and writes nothing", async () => {
    const world = await gitHubWorld(NOW);
    const ended = await world.alert(alertmanager({}, { service: "unheard-of" }));
    expect(ended).toMatchObject({
      code: 2,
      said: expect.stringContaining("the unknown service `unheard-of`"),
    });
    expect(world.server.requests.filter(({ method }) => method !== "GET")).toEqual([]);
  });
});
