import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applyPlan } from "../../../src/adapters/github/apply-plan.ts";
import { gitHubClient } from "../../../src/adapters/github/client.ts";
import { FAULTS } from "../../support/github-server/faults.ts";
import { type GitHubServer, startGitHubServer } from "../../support/github-server/github-server.ts";
import { ServedRepository } from "../../support/github-server/repository.ts";
import { EFFECTS, ONE_OF_EACH, playSchedule } from "../../support/github-server/schedule.ts";
import { planOf, STORY, worldOf } from "../../support/github-server/story.ts";

const FILE = resolve(import.meta.dirname, "../../../src/adapters/github/apply-plan.ts");
type Apply = typeof applyPlan;
let server: GitHubServer;
beforeAll(async () => {
  server = await startGitHubServer();
});
afterAll(() => server.close());

test("an answer that is lost after the commit is read back, so that the same run ends well", async () => {
  expect(await lostAnswers(applyPlan)).toEqual([]);
});

test("two runs of one instant, or shortly one after the other, make everything once", async () => {
  expect(await sameInstant(applyPlan)).toEqual([]);
  expect(await shortlyAfter(applyPlan)).toEqual([]);
});

test.each<[string, string, string, (apply: Apply) => Promise<readonly unknown[]>]>([
  ["the read-back after a write", "const made = await readBack();", "const made = undefined;", lostAnswers],
  [
    "the second try of what may be done twice",
    "attempt === 3) throw error;\n    }\n}",
    "true) throw error;\n    }\n}",
    lostAnswers,
  ],
  ["the look before something is made", "let made = await look();", "let made: Made | undefined;", schedules],
  ["the claim", "const held = await claim(client, key, { until });", 'const held = "";', schedules],
  ["the time of a claim", "if (standing && standing.claim.until > now) throw taken();", "", shortlyAfter],
  ["the name of who holds a claim", "randomUUID()", "0", sameInstant],
])("without %s a test fails", async (_, from, to, trial) => {
  const text = readFileSync(FILE, "utf8");
  expect(text.split(from)).toHaveLength(2);
  expect(await trial(await loaded(text.replace(from, () => to)))).not.toEqual([]);
});

/** What goes wrong when the answer to one write is lost, each write and each way of losing it in turn. */
async function lostAnswers(apply: Apply): Promise<string[]> {
  const problems: string[] = [];
  // Each way meets every third write, each from another one on.
  for (const fault of FAULTS.filter(({ done, name }) => done === "before" && !name.startsWith("hang")))
    for (let at = FAULTS.indexOf(fault) % 3; ; at += 3) {
      server.repository = new ServedRepository();
      let writes = 0;
      server.fault = ({ method }) => (method !== "GET" && writes++ === at ? fault : undefined);
      try {
        await apply(gitHubClient(server.settings()), planOf(STORY));
      } catch (error) {
        problems.push(`${fault.name}, write ${at}: ${(error as Error).message}`);
      }
      if (writes <= at) break;
      if (problems.length > 0) return problems;
    }
  return problems;
}

/** What two runs make twice when the second begins milliseconds after the first, and making an issue takes long. */
async function raced(apply: Apply, after: number): Promise<unknown[]> {
  server.fault = () => undefined;
  server.clock = () => Date.UTC(2026, 2, 16, 9);
  server.repository = new ServedRepository();
  server.delay = (request) => (/^POST .*\/issues$/.test(request) ? 150 : 0);
  const run = () => apply(gitHubClient(server.settings()), planOf(EFFECTS)).catch(() => undefined);
  await Promise.all([run(), setTimeout(after).then(run)]);
  server.delay = () => 0;
  await run();
  const world = worldOf(server.repository);
  return JSON.stringify(world) === JSON.stringify(ONE_OF_EACH) ? [] : [world];
}

function sameInstant(apply: Apply): Promise<unknown[]> {
  return raced(apply, 0);
}

function shortlyAfter(apply: Apply): Promise<unknown[]> {
  return raced(apply, 100);
}

/** The first schedule that ends otherwise than it must. */
async function schedules(apply: Apply): Promise<unknown[]> {
  for (let seed = 1; seed <= 150; seed++) {
    const world = await playSchedule(server, seed, apply).catch((error: unknown) => error);
    if (JSON.stringify(world) !== JSON.stringify(ONE_OF_EACH)) return [{ seed, world }];
  }
  return [];
}

/** A changed source as a module, with its imports where they were. */
async function loaded(text: string): Promise<Apply> {
  const folder = mkdtempSync(join(tmpdir(), "tidemark-mutant-"));
  try {
    const file = join(folder, "apply-plan.ts");
    writeFileSync(
      file,
      text.replace(/from "(\.[^"]+)"/g, (_, path: string) => `from "${resolve(dirname(FILE), path)}"`),
    );
    return ((await import(pathToFileURL(file).href)) as { applyPlan: Apply }).applyPlan;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
