import { afterAll, beforeAll, expect, test } from "vitest";
import { applyPlan } from "../../../src/adapters/github/apply-plan.ts";
import { type GitHubServer, startGitHubServer } from "../../support/github-server/github-server.ts";
import { ONE_OF_EACH, playSchedule } from "../../support/github-server/schedule.ts";

const count = Number(process.env.TIDEMARK_SCHEDULES ?? 500);
const first = Number(process.env.TIDEMARK_SEED ?? 1);

let server: GitHubServer;
beforeAll(async () => {
  server = await startGitHubServer();
});
afterAll(() => server.close());

test(`${count} random schedules of races, faults and kills leave one branch, one pull request, one issue per item and one comment`, async () => {
  for (let seed = first; seed < first + count; seed++)
    expect({ seed, ...(await playSchedule(server, seed, applyPlan)) }).toEqual({ seed, ...ONE_OF_EACH });
}, 3_600_000);
