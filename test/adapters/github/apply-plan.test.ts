import { expect, test } from "vitest";
import { applyPlan } from "../../../src/adapters/github/apply-plan.ts";
import { gitHubClient } from "../../../src/adapters/github/client.ts";
import type { GitHubEffect } from "../../../src/core/github/github-effect.ts";
import type { GitHubPlan } from "../../../src/core/github/github-plan.ts";
import { emulatedGitHub } from "../../support/github-emulator.ts";

const FILES = [{ path: "content/postmortems/2026-03-14-a.mdx", text: "---\nstate: draft\n---\n", was: null }];

const STORY: readonly GitHubEffect[] = [
  {
    do: "commit",
    message: "Record the incident",
    files: [{ path: "content/incidents/a.mdx", text: "a\n", was: null }],
  },
  { do: "begin-branch", branch: "postmortem/2026-03-14-a", message: "Begin the postmortem", files: FILES },
  { do: "open-pull-request", branch: "postmortem/2026-03-14-a", title: "Postmortem of a", body: "Filled." },
  { do: "ask-review", of: { pullRequest: "postmortem/2026-03-14-a" }, reviewers: ["ana"] },
  {
    do: "create-issue",
    key: "action-item/ai-2026-001",
    title: "Cap the pool",
    body: "What will be different.",
    labels: ["action-item", "high"],
    assignees: ["ana"],
  },
  { do: "mark", of: { issue: "action-item/ai-2026-001" }, labels: ["overdue"], assignees: ["bo"] },
  {
    do: "comment",
    of: { issue: "action-item/ai-2026-001" },
    key: "overdue/2026-w12",
    body: "It is overdue.",
  },
  { do: "update", of: { issue: "action-item/ai-2026-001" }, state: "closed", reason: "completed" },
];

test("a plan is carried out on an emulated GitHub, and once more changes nothing", async () => {
  const { settings, ask } = await emulatedGitHub();
  const first = await applyPlan(gitHubClient(settings), planOf(STORY));
  expect(first.effects.map(({ done }) => done)).toEqual(STORY.map(() => "made"));
  const client = gitHubClient(settings);
  const second = await applyPlan(client, planOf(STORY));
  expect(second.effects.map(({ done }) => done)).toEqual(STORY.map(() => "stood"));
  expect(client.log.filter(({ method }) => method !== "GET")).toEqual([]);

  expect(await ask("/pulls?state=all")).toEqual([
    expect.objectContaining({
      title: "Postmortem of a",
      head: expect.objectContaining({ ref: "postmortem/2026-03-14-a" }),
    }),
  ]);
  const issues = (await ask("/issues?state=all&labels=action-item")) as {
    number: number;
    body: string;
    state: string;
  }[];
  expect(issues).toEqual([
    expect.objectContaining({
      title: "Cap the pool",
      state: "closed",
      body: "What will be different.\n\n<!-- tidemark: action-item/ai-2026-001 -->",
    }),
  ]);
  expect(await ask(`/issues/${issues[0]!.number}/comments`)).toHaveLength(1);
});

function planOf(effects: readonly GitHubEffect[]): GitHubPlan {
  return { effects: effects.map((effect) => ({ effect, why: "the test wants it" })), remarks: [] };
}
