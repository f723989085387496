import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { applyPlan } from "../../../src/adapters/github/apply-plan.ts";
import { gitHubClient } from "../../../src/adapters/github/client.ts";
import { readActions } from "../../../src/adapters/github/read-actions.ts";
import { blockText } from "../../../src/core/editor/value-text.ts";
import { keyOf } from "../../../src/core/github/issue-body.ts";
import { planActions } from "../../../src/core/github/plan-actions.ts";
import { epochOf } from "../../../src/core/time.ts";
import { buildEntry } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";
import { type GitHubServer, startGitHubServer } from "../../support/github-server/github-server.ts";
import { ServedRepository } from "../../support/github-server/repository.ts";

const NOW = epochOf("2026-04-01T08:00:00Z");
const FILE = "content/postmortems/2026-03-02-slow-search.mdx";
let server: GitHubServer;
beforeAll(async () => {
  server = await startGitHubServer();
  server.clock = () => NOW;
});
afterAll(() => server.close());

const item = fc.record(
  {
    title: fc.constantFrom("Watch the index", "Cap the pool @everyone", "Fixes #1 <!-- a"),
    kind: fc.constantFrom("detect", "prevent"),
    priority: fc.constantFrom("high", "medium", "low"),
    owner: fc.constantFrom("ada", "grace", "payments", "joan"),
    status: fc.constantFrom("open", "in-progress", "blocked", "done", "dropped"),
    due: fc.constantFrom("2026-03-20", "2026-03-31", "2026-05-01"),
  },
  { requiredKeys: ["title", "kind", "priority", "status"] },
);
const items = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 5 }), item), {
  selector: ([id]) => id,
  maxLength: 4,
});
/** What people do to the issues meanwhile, by the place of the issue. */
const deeds = fc.array(
  fc.tuple(
    fc.nat(4),
    fc.constantFrom(
      "close",
      "not-planned",
      "reopen",
      "rename",
      "unlabel",
      "label",
      "unassign",
      "write below",
    ),
  ),
  { maxLength: 5 },
);
type Item = typeof item extends fc.Arbitrary<infer Made> ? Made : never;

test("whatever content says and people did, a plan that was carried out leaves nothing to plan", async () => {
  await fc.assert(
    fc.asyncProperty(items, deeds, items, async (before, done, after) => {
      server.repository = new ServedRepository({ [FILE]: fileOf(before) });
      await synced(before);
      await synced(before, []);
      for (const [at, deed] of done) act(at, deed);
      server.repository.addBlob(fileOf(after));
      commit(fileOf(after));
      await synced(after);
      await synced(after, []);
      const keys = server.repository.issues.flatMap(({ body, pull }) => (pull ? [] : (keyOf(body) ?? [])));
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: 60 },
  );
});

/** Plans and carries it out; `effects` is what the plan must hold. */
async function synced(made: readonly [number, Item][], effects?: readonly unknown[]): Promise<void> {
  const knowledgeBase = buildKnowledgeBase(
    [
      buildEntry("incident", "2026-03-02-slow-search"),
      buildEntry("postmortem", "2026-03-02-slow-search", { actionItems: made.map(fieldsOf) }),
    ],
    { teams: TEAMS },
  );
  const client = gitHubClient(server.settings());
  const overdue = new Set(made.map(([id]) => `ai-${id}`));
  const texts = new Map([[FILE, fileOf(made)]]);
  const standing = await readActions(client, { overdue, month: "2026-04", texts, folder: "" });
  const plan = planActions(knowledgeBase, standing, NOW);
  if (effects !== undefined) expect(plan.effects).toEqual(effects);
  await applyPlan(client, plan);
}

const TEAMS = {
  people: [
    { handle: "ada", role: "Engineer", github: "ana" },
    { handle: "grace", role: "Engineer", github: "stranger" },
    { handle: "joan", role: "Engineer", github: "bo", active: false },
  ],
  teams: [{ id: "payments", name: "Payments", members: ["ada", "grace"] }],
};

function fieldsOf([id, fields]: readonly [number, Item]) {
  const { status } = fields;
  return {
    id: `ai-${id}`,
    opened: "2026-03-03",
    ...fields,
    ...(status === "done" ? { done: "2026-03-30" } : {}),
    ...(status === "dropped" ? { dropped: "2026-03-30", reason: "Not worth it" } : {}),
  };
}

function fileOf(made: readonly [number, Item][]): string {
  return `---\n${blockText({ actionItems: made.map(fieldsOf) }, 0, { step: 2, list: 2 })}\n---\n`;
}

function commit(text: string): void {
  const { repository } = server;
  const head = repository.refs.get("refs/heads/main")!;
  const tree = repository.addTree(new Map([[FILE, repository.addBlob(text)]]));
  repository.refs.set("refs/heads/main", repository.addCommit("Edit", tree, [head], "2026-04-01T08:00:00Z"));
}

function act(at: number, deed: string): void {
  const issue = server.repository.issues[at];
  if (issue === undefined || issue.pull) return;
  const closed = { state: "closed" as const, closed_at: "2026-04-01T07:00:00Z" };
  if (deed === "close") Object.assign(issue, closed, { state_reason: "completed" });
  if (deed === "not-planned") Object.assign(issue, closed, { state_reason: "not_planned" });
  if (deed === "reopen") Object.assign(issue, { state: "open", closed_at: null });
  if (deed === "rename") issue.title = "Another title";
  if (deed === "unlabel") issue.labels = ["action-item"];
  if (deed === "label") issue.labels.push("good first issue", "overdue");
  if (deed === "write below") issue.body += "\n\nA word of ours.";
  if (deed === "unassign") issue.assignees = [];
}
