import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { PlanFlags } from "../../scripts/github/carry-out.ts";
import { run as postmortem } from "../../scripts/github/postmortem.ts";
import { run as remind } from "../../scripts/github/remind.ts";
import { epochOf } from "../../src/core/time.ts";
import { type ContentFolder, contentFolder, writeFiles } from "../support/content-folder.ts";
import { GITHUB_FILES, RESOLVED } from "../support/github-content.ts";
import { type GitHubServer, startGitHubServer } from "../support/github-server/github-server.ts";
import { servedWith } from "../support/github-server/served-with.ts";
import { worldOf } from "../support/github-server/story.ts";
import { runCommand } from "../support/run-command.ts";

const NOW = epochOf("2026-04-01T08:00:00Z");
const BRANCH = `postmortem/${RESOLVED}`;
const DRAFT = `content/postmortems/${RESOLVED}.mdx`;
let server: GitHubServer;
let folder: ContentFolder;
beforeAll(async () => {
  server = await startGitHubServer();
});
afterAll(() => server.close());
beforeEach(() => {
  folder = contentFolder(GITHUB_FILES);
  server.repository = servedWith(folder);
  server.repository.issues.push({
    number: 1,
    title: "Search is slow",
    body: "",
    state: "open",
    state_reason: null,
    closed_at: null,
    labels: ["incident"],
    assignees: [],
    author: "ana",
  });
  server.requests.length = 0;
});

/** Brings the records of the content folder to what the default branch holds. */
function pull(): void {
  for (const path of server.repository.filesAt("main").keys())
    if (path.startsWith("content/incidents/"))
      writeFiles(folder.root, { [path]: server.repository.textAt("main", path) });
}

const act = (run: typeof postmortem, flags: PlanFlags & { incident?: string }, now = NOW) =>
  runCommand(run, folder.content, now, flags, {
    address: server.url,
    repository: "octo/incidents",
    token: "github-actions[bot]",
  });
const writes = () => server.requests.filter(({ method }) => method !== "GET");

test("without --apply the plan is printed, as text and as data, and nothing is written", async () => {
  const told = await act(postmortem, {});
  expect(told.code).toBe(0);
  expect(told.said).toContain(`1. begin the branch ${BRANCH} with ${DRAFT}`);
  expect(told.said).toContain("Nothing was written: --apply does it.");
  const data = JSON.parse((await act(postmortem, { format: "json" })).said);
  expect(data.effects.map(({ effect }: { effect: { do: string } }) => effect.do)).toEqual([
    "begin-branch",
    "open-pull-request",
    "mark",
    "ask-review",
    "commit",
  ]);
  expect(server.requests.length).toBeGreaterThan(0);
  expect(writes()).toEqual([]);
});

test("a resolved incident gets one pull request that says what is known and wanted, however often it is asked for", async () => {
  const told = await act(postmortem, { apply: true });
  expect(told).toMatchObject({ code: 0 });
  expect(worldOf(server.repository).threads).toEqual([
    "issue | Search is slow | open | incident |  |  | The postmortem waits for its authors in #2; the page of the incident: https://tidemark.example.org/incidents/2026-03-30-search-slow/",
    `pull request of ${BRANCH} | Postmortem: Search is slow @\u200beveryone Fixes #\u200b1 \`rm -rf\` <!-- | open | postmortem | ana | bo`,
  ]);
  const draft = server.repository.textAt(BRANCH, DRAFT)!;
  expect(draft).toContain(
    "Similar incidents:\n\n- Checkout timeouts at peak (2026-03-14-checkout-timeouts): the same",
  );
  expect(draft).toContain("Runbooks that were used:\n\n- ");
  expect(draft).toContain(
    "Customers were told:\n\n- 2026-03-30T10:10:00Z, investigating: Some searches are slow.",
  );
  const { body } = server.repository.issues[1]!;
  expect(body).toContain("a draft by **2026-04-01T11:00:00Z**, the final text by **2026-04-06T11:00:00Z**");
  expect(body).toContain("- [ ] Summary: a question is left");
  expect(body).not.toMatch(/@everyone|#1\b(?!\u200b)|<!--/);
  pull();
  server.requests.length = 0;
  expect((await act(postmortem, { apply: true })).said).toBe("Nothing is to be done on GitHub.\n");
  expect(writes()).toEqual([]);
});

test("two at once, then once more, leave what one leaves", async () => {
  await act(postmortem, { apply: true });
  const clean = worldOf(server.repository).threads;
  const issue = server.repository.issues[0]!;
  server.repository = servedWith(folder);
  server.repository.issues.push(issue);
  await Promise.allSettled([1, 2].map(() => act(postmortem, { apply: true })));
  await act(postmortem, { apply: true });
  expect(worldOf(server.repository).threads).toEqual(clean);
});

test("a late draft is reminded of once a day, on the pull request", async () => {
  await act(postmortem, { apply: true });
  const late = epochOf("2026-04-02T08:00:00Z");
  expect((await act(remind, { apply: true })).said).toBe("Nothing is to be done on GitHub.\n");
  for (const now of [late, late + 3_600_000]) await act(remind, { apply: true }, now);
  await act(remind, { apply: true }, late + 86_400_000);
  const words = server.repository.comments
    .filter(({ issue }) => issue === 2)
    .map(({ body }) => body.split("\n")[0]);
  expect(words).toEqual(
    Array(2).fill(
      "The draft of this postmortem was due on **2026-04-01T11:00:00Z**. Merge what is there as `state: draft`, or say here what keeps it.",
    ),
  );
});

test("when it is merged as final, the record closes, and its issue once, with a link", async () => {
  await act(postmortem, { apply: true });
  const final = server.repository
    .textAt(BRANCH, DRAFT)!
    .replace(
      "state: draft",
      "state: final\nlesson: A limit without an alert fails in silence.\nfinalized: 2026-04-03T12:00:00Z",
    );
  writeFiles(folder.root, { [DRAFT]: final });
  const after = epochOf("2026-04-04T08:00:00Z");
  expect((await act(postmortem, { apply: true }, after)).code).toBe(0);
  const record = server.repository.textAt("main", `content/incidents/${RESOLVED}.mdx`)!;
  expect(record).toContain("  resolved: 2026-03-30T11:00:00Z\n  closed: 2026-04-03T12:00:00Z\n");
  const [issue] = server.repository.issues;
  expect(issue).toMatchObject({ state: "closed", state_reason: "completed" });
  expect(server.repository.comments.at(-1)!.body).toContain(
    `The postmortem is final: https://tidemark.example.org/postmortems/${RESOLVED}/`,
  );
  writeFiles(folder.root, { [`content/incidents/${RESOLVED}.mdx`]: record });
  issue!.state = "open";
  server.requests.length = 0;
  await act(postmortem, { apply: true }, after);
  expect(issue!.state).toBe("open");
});

test("where records change by pull request, a final postmortem closes its record by one", async () => {
  const site = readFileSync(join(folder.content, "site.yaml"), "utf8");
  writeFiles(folder.content, { "site.yaml": `${site}policies: { declare: pull-request }\n` });
  await act(postmortem, { apply: true });
  server.requests.length = 0;
  expect((await act(postmortem, { apply: true })).said).toBe("Nothing is to be done on GitHub.\n");
  const id = "2026-03-14-checkout-timeouts";
  const path = `content/incidents/${id}.mdx`;
  expect(server.repository.textAt("main", path)).not.toContain("closed:");
  expect(server.repository.textAt(`tidemark/close/${id}`, path)).toContain(
    "  closed: 2026-03-20T15:00:00Z\n",
  );
  expect(server.repository.issues.filter(({ pull }) => pull?.head === `tidemark/close/${id}`)).toHaveLength(
    1,
  );
});

test("a pull request that people closed is left closed, and says how to go on", async () => {
  await act(postmortem, { apply: true });
  server.repository.issues[1]!.state = "closed";
  server.requests.length = 0;
  const told = await act(postmortem, { apply: true, incident: RESOLVED });
  expect(told.said).toContain(`#2, the postmortem of ${RESOLVED}, was closed without being merged`);
  expect(writes()).toEqual([]);
});
