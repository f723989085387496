import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { describeFailure } from "../../../scripts/describe-failure.ts";
import { applyPlan } from "../../../src/adapters/github/apply-plan.ts";
import { gitHubClient } from "../../../src/adapters/github/client.ts";
import { readDefaultBranch } from "../../../src/adapters/github/reads.ts";
import { faultNamed } from "../../support/github-server/faults.ts";
import { type GitHubServer, startGitHubServer } from "../../support/github-server/github-server.ts";
import { ServedRepository } from "../../support/github-server/repository.ts";
import { planOf } from "../../support/github-server/story.ts";

let server: GitHubServer;
let pauses: number[];
beforeAll(async () => {
  server = await startGitHubServer();
});
afterAll(() => server.close());
beforeEach(() => {
  pauses = [];
  server.repository = new ServedRepository();
  server.requests.length = 0;
  server.fault = () => undefined;
  server.clock = () => Date.UTC(2027, 0, 1);
});

function client(token?: string, patience?: number) {
  return gitHubClient({
    ...server.settings(token),
    deadline: 200,
    ...(patience === undefined ? {} : { patience }),
    pause: async (milliseconds) => void pauses.push(milliseconds),
  });
}

/** Meets every request, or so many, with a fault. */
function meet(name: string, times = Number.POSITIVE_INFINITY): void {
  let count = 0;
  server.fault = () => (count++ < times ? faultNamed(name) : undefined);
}

const ended = (asked: Promise<unknown>) =>
  asked.then(
    () => ({ code: 0, sentence: "" }),
    (error: unknown) => describeFailure(error),
  );

test.each([
  [
    "401",
    4,
    "GitHub does not know this token: set GITHUB_TOKEN to one that is valid (GET /repos/octo/incidents).",
  ],
  [
    "403",
    4,
    "This token may not do that in octo/incidents: give the job the permission that docs/github.md names",
  ],
  ["404", 4, "There is no such thing in octo/incidents, or this token may not see it"],
  ["409", 5, "octo/incidents is being changed by somebody else or is empty"],
  ["410", 4, "switch issues on in its settings"],
  ["500 before the commit", 5, "GitHub is in trouble: it answers GET /repos/octo/incidents with 500."],
  ["502 in HTML before the commit", 5, "GitHub is in trouble"],
  ["HTML before the commit", 5, "is not what GitHub's documentation says"],
  ["half a text after the commit", 5, "is not what GitHub's documentation says"],
  ["cut body after the commit", 5, "could not be reached, or its answer broke off"],
  ["reset before the commit", 5, "could not be reached, or its answer broke off (ECONNRESET)"],
  ["hang before the commit", 5, "GitHub did not answer in time"],
  ["301", 4, "octo/incidents moved to /repositories/1: set GITHUB_REPOSITORY"],
  [
    "429 for a day",
    5,
    "GitHub asks to wait 86400 s before GET /repos/octo/incidents, which is longer than this run waits.",
  ],
])("%s ends with %i and says what to do", async (fault, code, sentence) => {
  meet(fault);
  const end = await ended(readDefaultBranch(client()));
  expect(end).toEqual({ code, sentence: expect.stringContaining(sentence) });
});

test("a host that cannot be reached is worth another try, and nothing of it may be done", async () => {
  const closed = gitHubClient({ ...server.settings(), address: "http://127.0.0.1:9", pause: async () => {} });
  expect(await ended(readDefaultBranch(closed))).toEqual({
    code: 5,
    sentence: expect.stringContaining("could not be reached"),
  });
});

test.each([
  ["429 in seconds", [2_000]],
  ["429 by date", [7_000]],
  ["429 in the past", [1_000]],
  ["429 at once", [1_000]],
  ["429 below nothing", [60_000]],
  ["429 without sense", [60_000]],
  ["429 without a word", [60_000]],
  ["secondary in seconds", [3_000]],
  ["secondary without a word", [60_000]],
  ["used up", [10_000]],
])("%s is waited for as GitHub asks", async (fault, waits) => {
  meet(fault, 1);
  expect(await readDefaultBranch(client())).toBe("main");
  expect(pauses).toEqual(waits);
});

test("waits without a word double, and all of them together are bounded", async () => {
  meet("secondary without a word");
  expect(await ended(readDefaultBranch(client()))).toMatchObject({ code: 5 });
  expect(pauses).toEqual([60_000, 120_000]);
});

test("a limit met by a write is waited for, and what is written is written once", async () => {
  server.fault = ({ method, path }) =>
    method === "POST" && path === "/issues" && pauses.length === 0
      ? faultNamed("secondary in seconds")
      : undefined;
  await applyPlan(client(), planOf([issue("one")]));
  expect(server.repository.issues).toHaveLength(1);
});

test("no redirect turns a write into a read", async () => {
  server.fault = ({ method }) => (method === "GET" ? undefined : faultNamed("302"));
  expect(await ended(applyPlan(client(), planOf([issue("one")])))).toMatchObject({ code: 4 });
  expect(server.requests.filter(({ method }) => method !== "GET")).toHaveLength(1);
  expect(server.requests.some(({ path }) => path.includes("repositories"))).toBe(false);
});

test("a token that may only read is told what it lacks, and nothing is written", async () => {
  const end = await ended(applyPlan(client("reader"), planOf([issue("one")])));
  expect(end).toEqual({ code: 4, sentence: expect.stringContaining("GitHub says: Resource not accessible") });
  expect(server.repository.issues).toEqual([]);
});

test("issues that are switched off are told so", async () => {
  server.repository.hasIssues = false;
  const end = await ended(applyPlan(client(), planOf([issue("one")])));
  expect(end).toEqual({ code: 4, sentence: expect.stringContaining("switch issues on") });
});

test("a run that is stopped asks nothing more", async () => {
  const stop = new AbortController();
  const stopped = gitHubClient({ ...server.settings(), signal: stop.signal });
  server.dealtWith = () => stop.abort(new Error("Stopped by SIGTERM"));
  await expect(applyPlan(stopped, planOf([issue("one")]))).rejects.toThrow("Stopped by SIGTERM");
  server.dealtWith = () => {};
  expect(server.requests).toHaveLength(1);
});

test("a body that GitHub would refuse as too long is made to fit", async () => {
  await applyPlan(client(), planOf([{ ...issue("one"), body: "a".repeat(65_536) }]));
  expect(server.repository.issues[0]!.body!.length).toBeLessThan(65_536);
});

function issue(item: string) {
  const labels: [string] = ["action-item"];
  return {
    do: "create-issue" as const,
    key: `action-item/${item}`,
    title: item,
    body: "a",
    labels,
    assignees: [],
  };
}
