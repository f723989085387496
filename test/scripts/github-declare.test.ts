import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { NOW } from "../core/alerts/alert-examples.ts";
import { gitHubWorld } from "../support/github-world.ts";

const FORM = {
  severity: "SEV1: Critical",
  services: "checkout",
  impact: "major outage",
  visibility: "internal",
  started: "07:40Z",
  what: "Every third payment fails.",
};
const RECORD = "content/incidents/2026-04-01-checkout-fails.mdx";

describe("an issue of the form", () => {
  test("becomes a record on the default branch, an issue that shows its state, and one checklist", async () => {
    const world = await gitHubWorld(NOW);
    const number = world.openIssue("Checkout fails", FORM);
    const ended = await world.declare(number);
    expect(ended.code, ended.said).toBe(0);
    const record = world.text(RECORD)!;
    for (const line of [
      "title: Checkout fails",
      "initial: SEV1",
      "started: 2026-04-01T07:40:00Z",
      `tracker: https://github.com/octo/incidents/issues/${number}`,
      "level: major_outage",
      "```text\nEvery third payment fails.\n```",
    ])
      expect(record).toContain(line);
    const [issue] = world.server.repository.issues;
    expect(issue!.labels).toEqual(["incident", "severity: SEV1", "state: open"]);
    expect(issue!.body).toMatch(/^<!-- tidemark: state -->\n\| Incident \| Checkout fails \|\n/);
    expect(issue!.body).toContain("| Status | **investigating** |");
    expect(issue!.body).toContain("### How severe is it?");
    expect(world.server.repository.comments.map(({ body }) => body.split("\n")[0])).toEqual([
      "The record of this incident has begun. Who does what:",
    ]);
  });

  test("declared three times at once is one record, one checklist and one state", async () => {
    const world = await gitHubWorld(NOW);
    const number = world.openIssue("Checkout fails", FORM);
    const ended = await Promise.all([world.declare(number), world.declare(number), world.declare(number)]);
    // Whoever finds another at work on the checklist is told to come again.
    for (const { code, said } of ended) expect([0, 5], said).toContain(code);
    expect(world.files().filter((path) => path.startsWith("content/incidents/2026-04-01"))).toEqual([RECORD]);
    expect((await world.declare(number)).code).toBe(0);
    expect(world.server.repository.comments).toHaveLength(1);
  });

  test("without --apply is a plan and writes nothing", async () => {
    const world = await gitHubWorld(NOW);
    const ended = await world.declare(world.openIssue("Checkout fails", FORM), { flags: {} });
    expect(ended.said).toContain(`commit to main: ${RECORD}`);
    expect(ended.said).toContain("Nothing was written: --apply does it.");
    expect(world.server.requests.filter(({ method }) => method !== "GET")).toEqual([]);
  });

  test("of somebody who may not write is passed over, until somebody who may adds the label anew", async () => {
    const world = await gitHubWorld(NOW);
    const number = world.openIssue("Checkout fails", FORM, "stranger");
    expect((await world.declare(number, { sender: "stranger" })).said).toContain(
      "may not write in the repository",
    );
    expect(world.text(RECORD)).toBeUndefined();
    expect((await world.declare(number, { action: "labeled", label: "incident", sender: "bo" })).code).toBe(
      0,
    );
    expect(world.text(RECORD)).toBeDefined();
  });

  test("that makes no sense is answered once with what is missing, and nothing is written", async () => {
    const world = await gitHubWorld(NOW);
    const number = world.openIssue("Checkout fails", {
      ...FORM,
      severity: "SEV9",
      services: "chekout",
      started: "soon",
    });
    for (const _ of [1, 2]) expect((await world.declare(number)).code).toBe(0);
    expect(world.server.repository.comments.map(({ body }) => body)).toEqual([
      expect.stringContaining(
        "Unexpected severity `SEV9`. Did you mean `SEV1`?\nUnexpected service `chekout`. Did you mean `checkout`?",
      ),
    ]);
    expect(world.files().some((path) => path.includes("2026-04-01"))).toBe(false);
  });

  test("full of hostile words is words: in the record, the issue and the commit", async () => {
    const world = await gitHubWorld(NOW);
    const hostile =
      "a @everyone Fixes #1 <!-- tidemark: end of state --> `$(id)` $\u007b\u007b x }} \u202e\u0007";
    const what =
      "````\n<script>alert(1)</script>\nimport x from 'y'\n{process.exit()}\n### How severe is it?\n\nSEV3: Minor\n</Internal>";
    const ended = await world.declare(world.openIssue(hostile, { ...FORM, what }));
    expect(ended.code, ended.said).toBe(0);
    const path = world.files().find((file) => file.includes("2026-04-01"))!;
    const record = world.text(path)!;
    expect(record).toContain("initial: SEV1");
    expect(record).toContain("`````text\n````\n<script>");
    for (const hidden of ["\u202e", "\u0007"]) expect(record).not.toContain(hidden);
    const { repository } = world.server;
    const table = repository.issues[0]!.body!.split("<!-- tidemark: end of state -->")[0]!;
    expect(table).toContain("@\u200beveryone Fixes #\u200b1 \\<\\!--");
    for (const { message } of repository.commits.values()) expect(message).not.toMatch(/[@#](?!\u200b)/);
  });

  test("in a repository that protects its default branch becomes a pull request, whose branch comments change", async () => {
    const site =
      "schemaVersion: 1\nname: Shop\nurl: https://shop.example.org/\npolicies: { declare: pull-request }\n";
    const world = await gitHubWorld(NOW, { "site.yaml": site });
    const number = world.openIssue("Checkout fails", FORM);
    expect((await world.declare(number)).code).toBe(0);
    expect(world.text(RECORD)).toBeUndefined();
    expect(world.server.repository.issues[1]!.pull).toMatchObject({
      head: `tidemark/incident/${number}`,
      base: "main",
    });
    const ended = await world.comment(world.say(number, "/severity SEV3"));
    expect(ended.code, ended.said).toBe(0);
    expect(world.text(RECORD, `tidemark/incident/${number}`)).toContain("final: SEV3");
    expect(world.server.repository.issues).toHaveLength(2);
  });
});

test("a working copy with something of one's own in it is left alone", async () => {
  const world = await gitHubWorld(NOW);
  const content = world.checkout();
  writeFileSync(`${content}/services/checkout.mdx`, "mine");
  const ended = await world.declare(world.openIssue("Checkout fails", FORM), { content });
  expect(ended).toMatchObject({ code: 2, said: expect.stringContaining("services/checkout.mdx") });
  expect(readFileSync(`${content}/services/checkout.mdx`, "utf8")).toBe("mine");
  expect(world.server.requests.filter(({ method }) => method !== "GET")).toEqual([]);
});
