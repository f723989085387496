import { expect, test } from "vitest";
import { alertmanager, NOW } from "../core/alerts/alert-examples.ts";
import { declaredIncident, FORM, RECORD } from "../support/declared-incident.ts";
import { FAULTS } from "../support/github-server/faults.ts";
import { gitHubWorld, type World } from "../support/github-world.ts";

const QUARTER = 16 * 60_000;

/** Lets the request that writes with this number meet a fault, by turns another one. */
function breakWrite(world: World, number: number): string {
  const fault = FAULTS[(number * 7) % FAULTS.length]!;
  let writes = 0;
  world.server.fault = ({ method }) => (method !== "GET" && writes++ === number ? fault : undefined);
  return `write ${number} met by ${fault.name}`;
}

/** Nothing goes wrong any more, and what was put off is done. */
function mend(world: World): void {
  world.server.fault = () => undefined;
  world.server.settle();
  world.now += QUARTER;
}

test("whichever write of an alert goes wrong, one clean run later there is one record, one issue, and they know each other", async () => {
  for (let number = 0; number < 14; number++) {
    const world = await gitHubWorld(NOW);
    const what = breakWrite(world, number);
    await world.alert(alertmanager()).catch(() => undefined);
    mend(world);
    const ended = await world.alert(alertmanager());
    expect(ended.code, `${what}: ${ended.said}`).toBe(0);
    const records = world.files().filter((path) => path.includes("2026-04-01"));
    expect(records, what).toHaveLength(1);
    expect(world.text(records[0]!), what).toContain("tracker: https://github.com/octo/incidents/issues/1");
    expect(world.server.repository.issues, what).toHaveLength(1);
    expect(world.server.repository.comments, what).toHaveLength(1);
  }
});

test("whichever write of a comment goes wrong, one clean run later it is recorded once and answered", async () => {
  for (let number = 0; number < 6; number++) {
    const { world, issue } = await declaredIncident(NOW);
    const comment = world.say(issue, "/severity SEV3\n/note Restarted one of eight");
    const what = breakWrite(world, number);
    await world.comment(comment).catch(() => undefined);
    mend(world);
    const ended = await world.comment(comment);
    expect(ended.code, `${what}: ${ended.said}`).toBe(0);
    expect(world.text(RECORD)!.match(/Restarted one of eight/g), what).toHaveLength(1);
    expect(world.server.repository.issues[0]!.labels, what).toContain("severity: SEV3");
    expect(world.server.repository.reactions, what).toHaveLength(1);
  }
});

test("somebody who commits between the reading and the commit costs a second attempt and loses nothing", async () => {
  const world = await gitHubWorld(NOW);
  const { repository } = world.server;
  let commits = 0;
  world.server.dealtWith = ({ method, path }) => {
    if (method !== "POST" || path !== "/git/commits" || commits++ > 0) return;
    const paths = new Map(repository.filesAt("main")).set("content/note.txt", repository.addBlob("theirs"));
    const before = repository.refs.get("refs/heads/main")!;
    repository.refs.set(
      "refs/heads/main",
      repository.addCommit("Theirs", repository.addTree(paths), [before], "now"),
    );
  };
  expect((await world.declare(world.openIssue("Checkout fails", FORM))).code).toBe(0);
  expect(world.text("content/note.txt")).toBe("theirs");
  expect(world.text(RECORD)).toContain("initial: SEV1");
});
