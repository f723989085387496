import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type ActionsFlags, run } from "../../scripts/github/actions-sync.ts";
import { epochOf } from "../../src/core/time.ts";
import { type ContentFolder, contentFolder, minimalFile, writeFiles } from "../support/content-folder.ts";
import { GITHUB_FILES } from "../support/github-content.ts";
import { type GitHubServer, startGitHubServer } from "../support/github-server/github-server.ts";
import { servedWith } from "../support/github-server/served-with.ts";
import { runCommand } from "../support/run-command.ts";

const NOW = epochOf("2026-04-01T08:00:00Z");
const WEEK = 7 * 86_400_000;
const FILE = "content/postmortems/2026-03-14-checkout-timeouts.mdx";
const BRANCH = "tidemark/items-done/2026-04";
let server: GitHubServer;
let folder: ContentFolder;
beforeAll(async () => {
  server = await startGitHubServer();
});
afterAll(() => server.close());
beforeEach(() => {
  folder = contentFolder(GITHUB_FILES);
  server.repository = servedWith(folder);
  server.requests.length = 0;
  server.clock = () => NOW;
});

const act = async (flags: ActionsFlags = { apply: true }, now = NOW) =>
  await runCommand(run, folder.content, now, flags, {
    address: server.url,
    repository: "octo/incidents",
    token: "github-actions[bot]",
  });
const writes = () => server.requests.filter(({ method }) => method !== "GET");
const status = (from: string, to: string) => {
  writeFiles(folder.root, { [FILE]: minimalFile(FILE.slice(8), from, to) });
};

test("the plan is printed as data and nothing is written", async () => {
  const { code, said } = await act({ plan: true, format: "json" });
  expect({ code, ...JSON.parse(said) }).toMatchObject({
    code: 0,
    applied: false,
    effects: [
      {
        effect: {
          do: "create-issue",
          key: "action-item/ai-2026-014",
          title: "Alert on pool saturation",
          labels: ["action-item", "priority: high"],
          assignees: ["ana", "bo"],
        },
        why: "ai-2026-014 is open and has no issue",
      },
    ],
  });
  expect(server.requests.length).toBeGreaterThan(0);
  expect(writes()).toEqual([]);
});

test("an item has one issue that says what is known of it, and a second run plans nothing", async () => {
  await act();
  expect(server.repository.issues).toEqual([
    expect.objectContaining({ title: "Alert on pool saturation", assignees: ["ana", "bo"], state: "open" }),
  ]);
  expect(server.repository.issues[0]!.body).toMatchInlineSnapshot(`
    "**State:** open

    - **Owner:** Payments team
    - **Due:** 2026-04-02
    - **Priority:** high
    - **Kind:** detect

    Agreed on 2026-03-20 in [Checkout timeouts at peak](https://tidemark.example.org/postmortems/2026-03-14-checkout-timeouts/#ai-2026-014), \`content/postmortems/2026-03-14-checkout-timeouts.mdx\`.

    Close this issue when it is done: a pull request then says so in that file. Whatever else changes, change it there; this text is written anew from it.

    <!-- tidemark: action-item/ai-2026-014 -->"
  `);
  server.requests.length = 0;
  expect((await act()).said).toBe("Nothing is to be done on GitHub.\n");
  expect(writes()).toEqual([]);
});

test("an overdue item is said so once a week, and its label comes and goes", async () => {
  await act();
  const late = epochOf("2026-04-06T08:00:00Z");
  for (const now of [late, late + 86_400_000, late + WEEK]) await act({ apply: true }, now);
  const [issue] = server.repository.issues;
  expect(issue!.labels).toEqual(["action-item", "priority: high", "overdue"]);
  expect(server.repository.comments.map(({ body }) => body.split("\n").at(-1))).toEqual([
    "<!-- tidemark: overdue/ai-2026-014/2026-w15 -->",
    "<!-- tidemark: overdue/ai-2026-014/2026-w16 -->",
  ]);
  issue!.labels.push("good first issue");
  status("due: 2026-04-02\n", "due: 2026-05-02\n");
  await act({ apply: true }, late + WEEK);
  expect(issue!.labels).toEqual(["good first issue", "action-item", "priority: high"]);
  expect(issue!.body).toContain("- **Due:** 2026-05-02");
});

test("an item that is done closes its issue, and one that is open again opens it", async () => {
  await act();
  status("status: open", "status: done\n    done: 2026-04-01");
  await act();
  expect(server.repository.issues[0]).toMatchObject({ state: "closed", state_reason: "completed" });
  status("status: open", "status: in-progress");
  await act();
  expect(server.repository.issues[0]).toMatchObject({ state: "open" });
  expect(server.repository.issues).toHaveLength(1);
});

test("an issue that people closed becomes done by one pull request, and after its merge there is peace", async () => {
  await act();
  close("completed");
  await act();
  await act();
  const [, pull, ...more] = server.repository.issues;
  expect({ title: pull!.title, head: pull!.pull!.head, more }).toEqual({
    title: "Action items that are done",
    head: BRANCH,
    more: [],
  });
  const before = server.repository.textAt("main", FILE)!.split("\n");
  const after = server.repository.textAt(BRANCH, FILE)!.split("\n");
  expect(after.filter((line) => !before.includes(line))).toEqual([
    "    status: done",
    "    done: 2026-04-01",
    "    evidence: https://github.com/octo/incidents/issues/1",
  ]);
  expect(before.filter((line) => !after.includes(line))).toEqual(["    status: open"]);
  await fetch(`${server.url}/repos/octo/incidents/pulls/2/merge`, {
    method: "PUT",
    headers: { authorization: "token octo" },
  });
  writeFiles(folder.root, { [FILE]: server.repository.textAt("main", FILE) });
  await act();
  server.requests.length = 0;
  expect((await act()).said).toBe("Nothing is to be done on GitHub.\n");
  expect(server.repository.issues[0]!.state).toBe("closed");
});

test("what people must settle is reported and left", async () => {
  await act();
  close("not_planned");
  server.repository.issues.push(
    { ...server.repository.issues[0]!, number: 2, state: "open" },
    {
      ...server.repository.issues[0]!,
      number: 3,
      state: "open",
      body: "<!-- tidemark: action-item/ai-1999-001 -->",
    },
  );
  server.requests.length = 0;
  const { said } = await act();
  expect(said).toContain("Note: #3 stands for ai-1999-001, which is in no file");
  expect(said).toContain("Note: #2 carries the mark of ai-2026-014, whose issue is #1");
  expect(said).toContain("Note: #1 was closed as not planned, but ai-2026-014 is open");
  expect(writes()).toEqual([]);
});

function close(reason: string): void {
  Object.assign(server.repository.issues[0]!, {
    state: "closed",
    state_reason: reason,
    closed_at: "2026-04-01T07:00:00Z",
  });
}
