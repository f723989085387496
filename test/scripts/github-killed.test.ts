import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { run as actions } from "../../scripts/github/actions-sync.ts";
import { run as digest } from "../../scripts/github/digest.ts";
import { run as postmortem } from "../../scripts/github/postmortem.ts";
import { epochOf } from "../../src/core/time.ts";
import { type ContentFolder, contentFolder } from "../support/content-folder.ts";
import { GITHUB_FILES } from "../support/github-content.ts";
import { faultNamed } from "../support/github-server/faults.ts";
import { type GitHubServer, startGitHubServer } from "../support/github-server/github-server.ts";
import { servedWith } from "../support/github-server/served-with.ts";
import { worldOf } from "../support/github-server/story.ts";
import { runCommand } from "../support/run-command.ts";
import { ended, startTidemark } from "../support/run-tidemark.ts";

const NOW = epochOf("2026-04-06T08:00:00Z");
const LATER = NOW + 20 * 60_000;
let server: GitHubServer;
let folder: ContentFolder;
beforeAll(async () => {
  server = await startGitHubServer();
});
afterAll(() => server.close());
beforeEach(() => {
  folder = contentFolder(GITHUB_FILES);
  reset();
});

function reset(): void {
  server.repository = servedWith(folder);
  const issue = { title: "Search is slow", body: "", state: "open", state_reason: null, closed_at: null };
  server.repository.issues.push({
    number: 1,
    ...issue,
    state: "open",
    labels: [],
    assignees: [],
    author: "ana",
  });
  server.fault = () => undefined;
  server.dealtWith = () => {};
  server.requests.length = 0;
}

const COMMANDS = {
  postmortem: (now: number) => runCommand(postmortem, folder.content, now, { apply: true }, place()),
  "actions sync": (now: number) => runCommand(actions, folder.content, now, { apply: true }, place()),
  digest: (now: number) => runCommand(digest, folder.content, now, { apply: true, period: "week" }, place()),
} as const;
const place = () => ({ address: server.url, repository: "octo/incidents", token: "github-actions[bot]" });

test.each(Object.keys(COMMANDS) as (keyof typeof COMMANDS)[])(
  "%s that ends after any of its requests is taken up by the next run, and nothing is made twice",
  async (name) => {
    const run = COMMANDS[name];
    await run(NOW);
    const clean = worldOf(server.repository);
    const { length } = server.requests;
    expect(length).toBeGreaterThan(10);
    for (let last = 0; last < length; last++) {
      reset();
      let count = 0;
      // The answer to the last one is lost, and after it there is nobody any more who asks.
      server.fault = ({ method }) => {
        const at = count++;
        if (at < last) return undefined;
        return faultNamed(at === last && method !== "GET" ? "502 in HTML after the commit" : "403");
      };
      await run(NOW).catch(() => undefined);
      server.fault = () => undefined;
      expect((await run(LATER)).code).toBe(0);
      expect({ last, ...worldOf(server.repository) }).toEqual({ last, ...clean });
    }
  },
);

test("the program is killed for real between the branch and its pull request, and the next one goes on", async () => {
  const words = [
    "--content",
    folder.content,
    "--as-of",
    "2026-04-06T08:00:00Z",
    "github",
    "postmortem",
    "--apply",
  ];
  const variables = { GITHUB_API_URL: server.url, GITHUB_REPOSITORY: "octo/incidents", GITHUB_TOKEN: "octo" };
  const child = startTidemark(words, variables, folder.root);
  server.dealtWith = ({ method, path }) => {
    if (method === "POST" && path === "/git/refs") child.kill("SIGKILL");
  };
  expect((await ended(child)).signal).toBe("SIGKILL");
  server.dealtWith = () => {};
  expect(server.repository.refs.has("refs/heads/postmortem/2026-03-30-search-slow")).toBe(true);
  expect(server.repository.issues.filter(({ pull }) => pull)).toEqual([]);
  const again = await ended(startTidemark(words, variables, folder.root));
  expect(again).toMatchObject({ code: 0, stderr: "" });
  expect(again.stdout).toContain("Done: open a pull request of postmortem/2026-03-30-search-slow");
  expect(server.repository.issues.filter(({ pull }) => pull)).toHaveLength(1);
});

test("the program says what is missing where the environment names no repository or token", async () => {
  const words = ["--content", folder.content, "digest"];
  const none = { GITHUB_REPOSITORY: "", GITHUB_TOKEN: "", GITHUB_API_URL: "" };
  expect(await ended(startTidemark(words, none, folder.root))).toMatchObject({
    code: 2,
    stderr: "Expected the repository as OWNER/NAME in GITHUB_REPOSITORY.\n",
  });
  const tokenless = { ...none, GITHUB_REPOSITORY: "octo/incidents" };
  expect(await ended(startTidemark(words, tokenless, folder.root))).toMatchObject({
    code: 2,
    stderr: "Expected a token in GITHUB_TOKEN.\n",
  });
});
