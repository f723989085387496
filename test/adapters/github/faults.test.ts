import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { applyPlan } from "../../../src/adapters/github/apply-plan.ts";
import { gitHubClient } from "../../../src/adapters/github/client.ts";
import { GitHubFailure } from "../../../src/adapters/github/github-failure.ts";
import { FAULTS, faultNamed } from "../../support/github-server/faults.ts";
import { type GitHubServer, RULES, startGitHubServer } from "../../support/github-server/github-server.ts";
import { ServedRepository } from "../../support/github-server/repository.ts";
import { planOf, STORY, worldOf } from "../../support/github-server/story.ts";

const everything = process.env.TIDEMARK_TESTS === "all";

let server: GitHubServer;
let now: number;
beforeAll(async () => {
  server = await startGitHubServer();
});
afterAll(() => server.close());
beforeEach(() => {
  now = Date.UTC(2026, 2, 16, 9);
  server.clock = () => now;
  server.repository = new ServedRepository();
  server.fault = () => undefined;
  server.requests.length = 0;
});

/** A client whose waits pass at once, with the time that they would have taken. */
function client(token?: string) {
  const settings = server.settings(token);
  return gitHubClient({
    ...settings,
    deadline: 150,
    pause: async (milliseconds) => {
      now += milliseconds;
    },
  });
}

test("every rule and every fault says which page of GitHub's documentation it follows", () => {
  for (const { cites } of [...RULES, ...FAULTS]) expect(cites).toMatch(/REST API|rate limit/i);
  expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length);
});

test("the whole story is made once, and a second time nothing is written", async () => {
  await applyPlan(client(), planOf(STORY));
  expect(worldOf(server.repository)).toMatchInlineSnapshot(`
    {
      "branches": [
        "main: README.md content/incidents/2026-03-14-a.mdx",
        "postmortem/2026-03-14-a: README.md content/incidents/2026-03-14-a.mdx content/postmortems/2026-03-14-a.mdx",
      ],
      "reactions": [
        "rocket",
      ],
      "threads": [
        "issue | Cap the pool | closed | action-item | ana |  | It is overdue.",
        "pull request of postmortem/2026-03-14-a | Postmortem of a | open | postmortem | bo | ana | The draft is late.",
      ],
    }
  `);
  server.requests.length = 0;
  const second = await applyPlan(client(), planOf(STORY));
  expect(new Set(second.effects.map(({ effect, done }) => (effect.do === "react" ? "stood" : done)))).toEqual(
    new Set(["stood"]),
  );
  expect(
    server.requests.filter(
      ({ method, path }) => method !== "GET" && !/reactions$|requested_reviewers$/.test(path),
    ),
  ).toEqual([]);
});

describe("one fault anywhere, then a clean run after the claim ended, makes everything once", () => {
  test.each(FAULTS.map(({ name }) => name))(
    "%s",
    async (name) => {
      const fault = faultNamed(name);
      const clean = await cleanWorld();
      // Each fault meets every thirteenth request, each from another one on; `npm run test:all` leaves none out.
      const step = everything ? 1 : name.startsWith("hang") ? 23 : 13;
      for (let at = FAULTS.indexOf(fault) % step; at < clean.requests; at += step) {
        server.repository = new ServedRepository();
        let count = 0;
        server.fault = () => (count++ === at ? fault : undefined);
        await applyPlan(client(), planOf(STORY)).catch((error: unknown) =>
          expect(error).toBeInstanceOf(GitHubFailure),
        );
        server.settle();
        server.fault = () => undefined;
        now += 20 * 60_000;
        await applyPlan(client(), planOf(STORY));
        expect({ at, world: worldOf(server.repository) }).toEqual({ at, world: clean.world });
      }
    },
    600_000,
  );
});

async function cleanWorld() {
  server.requests.length = 0;
  await applyPlan(client(), planOf(STORY));
  return { world: worldOf(server.repository), requests: server.requests.length };
}
