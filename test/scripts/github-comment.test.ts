import { describe, expect, test } from "vitest";
import { NOW } from "../core/alerts/alert-examples.ts";
import { declaredIncident, FORM, RECORD } from "../support/declared-incident.ts";
import type { World } from "../support/github-world.ts";

const MINUTE = 60_000;

const reactionsOf = (world: World) =>
  world.server.repository.reactions.map(({ to, content }) => `${to} ${content}`);
const answersOf = (world: World) =>
  world.server.repository.comments
    .filter(({ author }) => author === "github-actions[bot]")
    .map(({ body }) => body)
    .slice(1);

describe("a comment", () => {
  test("of somebody who may write changes the record, the face of the issue, and is answered by one reaction", async () => {
    const { world, issue } = await declaredIncident(NOW);
    const comment = world.say(
      issue,
      "/severity SEV3\n/commander @ana\n/impact checkout=partial_outage\n/update Paying fails at times. We are on it.",
    );
    const ended = await world.comment(comment);
    expect(ended.code, ended.said).toBe(0);
    const record = world.text(RECORD)!;
    for (const line of [
      "final: SEV3",
      "visibility: public",
      "publicTitle: Trouble with Checkout",
      "person: ada",
      "level: partial_outage",
      "text: Paying fails at times. We are on it.",
      "by: ada",
      "at: 2026-04-01T08:10:00Z",
      `#issuecomment-${comment}`,
    ])
      expect(record).toContain(line);
    const { body, labels } = world.server.repository.issues[0]!;
    expect(body).toContain("| Severity | SEV3 |");
    expect(body).toContain("| Commander | ana (Engineer) |");
    expect(body).toContain("| Impact | checkout: partial outage |");
    expect(body).toContain("| Read by | customers too |");
    expect(labels).toEqual(["incident", "severity: SEV3", "state: open"]);
    expect(reactionsOf(world)).toEqual([`comment/${comment} +1`]);
    expect(answersOf(world)).toEqual([]);
  });

  test("handled three times, at once and again, changes the record once", async () => {
    const { world, issue } = await declaredIncident(NOW);
    const comment = world.say(issue, "/note Restarted one of eight");
    const ended = await Promise.all([world.comment(comment), world.comment(comment), world.comment(comment)]);
    for (const { code, said } of ended) expect(code, said).toBe(0);
    const record = world.text(RECORD)!;
    expect(record.match(/Restarted one of eight/g)).toHaveLength(1);
    await world.comment(comment);
    expect(world.text(RECORD)).toBe(record);
    expect(new Set(reactionsOf(world))).toEqual(new Set([`comment/${comment} +1`]));
  });

  test("whose run was dropped is dealt with by the next one, in order", async () => {
    const { world, issue } = await declaredIncident(NOW);
    world.say(issue, "/severity SEV3");
    world.now += MINUTE;
    world.say(issue, "/note in between");
    world.now += MINUTE;
    expect((await world.comment(world.say(issue, "/severity SEV1"))).code).toBe(0);
    const record = world.text(RECORD)!;
    expect(record.match(/text: (Severity.*|in between)/g)).toEqual([
      "text: Severity SEV3 from here on.",
      "text: in between",
      "text: Severity SEV1 from here on.",
    ]);
    expect(reactionsOf(world)).toHaveLength(3);
  });

  test("of different issues at once loses nothing", async () => {
    const { world, issue } = await declaredIncident(NOW);
    const other = world.openIssue("Search is slow", { ...FORM, severity: "SEV3: Minor" });
    const said = [world.say(issue, "/note about the first"), world.say(issue, "/note more of the first")];
    const ended = await Promise.all([world.comment(said[0]!), world.declare(other), world.comment(said[1]!)]);
    for (const { code, said: words } of ended) expect(code, words).toBe(0);
    expect(world.text(RECORD)).toMatch(/about the first[\s\S]*more of the first/);
    expect(world.text("content/incidents/2026-04-01-search-is-slow.mdx")).toBeDefined();
  });

  test("of people who may not write, of programs, and without commands changes nothing and is not answered", async () => {
    const { world, issue } = await declaredIncident(NOW);
    const before = world.text(RECORD);
    for (const [body, author] of [
      ["/severity SEV3", "stranger"],
      ["/severity SEV3", "helper[bot]"],
      ["Good luck", "ana"],
    ] as const)
      expect((await world.comment(world.say(issue, body, author))).code).toBe(0);
    expect(world.text(RECORD)).toBe(before);
    expect(reactionsOf(world)).toEqual([]);
    expect(answersOf(world)).toEqual([]);
  });

  test("that makes no sense is answered once with what was nearly right, and none of its commands counts", async () => {
    const { world, issue } = await declaredIncident(NOW);
    const before = world.text(RECORD);
    const comment = world.say(
      issue,
      "/severity SEV3\n/impact chekout=partial_outage\n/note `@everyone` Fixes #1",
    );
    for (const _ of [1, 2]) expect((await world.comment(comment)).code).toBe(0);
    expect(world.text(RECORD)).toBe(before);
    expect(answersOf(world)).toEqual([
      expect.stringContaining("```text\nline 2: Unexpected service `chekout`. Did you mean `checkout`?\n```"),
    ]);
    expect(reactionsOf(world)).toEqual([]);
  });

  test("that would break the record by the check is answered with what the check says", async () => {
    const { world, issue } = await declaredIncident(NOW);
    const before = world.text(RECORD);
    await world.comment(
      world.say(
        issue,
        "/milestone identified 07:00Z\n/milestone acknowledged 07:30Z\n/milestone paged 07:35Z",
      ),
    );
    expect(world.text(RECORD)).toBe(before);
    expect(answersOf(world)[0]).toContain("acknowledged");
  });

  test("with words that the leak gate would hold back is answered, and customers read nothing", async () => {
    const { world, issue } = await declaredIncident(NOW);
    const before = world.text(RECORD);
    await world.comment(
      world.say(
        issue,
        "/update See runbook checkout-pool-exhausted of checkout-db-primary.internal.example.org",
      ),
    );
    expect(world.text(RECORD)).toBe(before);
    expect(answersOf(world)[0]).toContain("internal");
  });

  test("that ends it tells customers, ends its impact, and says on the issue what was assumed", async () => {
    const { world, issue } = await declaredIncident(NOW);
    await world.comment(world.say(issue, "/impact checkout=major_outage\n/update Paying fails."));
    world.now += 5 * MINUTE;
    const ended = await world.comment(world.say(issue, "/resolve 08:12Z Paying works again."));
    expect(ended.code, ended.said).toBe(0);
    const record = world.text(RECORD)!;
    expect(record).toContain("resolved: 2026-04-01T08:12:00Z");
    expect(record).toContain("to: 2026-04-01T08:12:00Z");
    expect(record).toContain("text: Paying works again.");
    const { labels, body, state } = world.server.repository.issues[0]!;
    expect(labels).toContain("state: resolved");
    expect(body).toContain("| Status | **resolved** |");
    expect(state).toBe("open");
  });

  test("of a hundred commands, or of 65,536 characters, is answered and changes nothing", async () => {
    const { world, issue } = await declaredIncident(NOW);
    const before = world.text(RECORD);
    await world.comment(world.say(issue, "/severity SEV3\n".repeat(100)));
    await world.comment(world.say(issue, `/note ${"x".repeat(65_530)}`));
    expect(world.text(RECORD)).toBe(before);
    expect(answersOf(world)).toEqual([
      expect.stringContaining("Unexpected 100 commands in one comment, expected at most 20"),
      expect.stringContaining("Unexpected words of 65530 characters, expected at most 10000"),
    ]);
  });
});
