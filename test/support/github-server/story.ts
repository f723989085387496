import type { GitHubEffect } from "../../../src/core/github/github-effect.ts";
import type { GitHubPlan } from "../../../src/core/github/github-plan.ts";
import type { ServedRepository } from "./repository.ts";

const BRANCH = "postmortem/2026-03-14-a";

/** One effect of each kind. */
export const STORY: readonly GitHubEffect[] = [
  {
    do: "commit",
    message: "Record the incident",
    files: [{ path: "content/incidents/2026-03-14-a.mdx", text: "a\n", was: null }],
  },
  {
    do: "begin-branch",
    branch: BRANCH,
    message: "Begin the postmortem",
    files: [{ path: "content/postmortems/2026-03-14-a.mdx", text: "b\n", was: null }],
  },
  { do: "open-pull-request", branch: BRANCH, title: "Postmortem of a", body: "Filled.", draft: true },
  { do: "ask-review", of: { pullRequest: BRANCH }, reviewers: ["ana", "stranger"] },
  { do: "mark", of: { pullRequest: BRANCH }, labels: ["postmortem"], assignees: ["bo"] },
  {
    do: "create-issue",
    key: "action-item/ai-2026-001",
    title: "Cap the pool",
    body: "What will be different.",
    labels: ["action-item"],
    assignees: ["ana"],
  },
  {
    do: "comment",
    of: { issue: "action-item/ai-2026-001" },
    key: "overdue/2026-w12",
    body: "It is overdue.",
  },
  { do: "comment", of: { pullRequest: BRANCH }, key: "late/2026-03-16", body: "The draft is late." },
  { do: "update", of: { issue: "action-item/ai-2026-001" }, state: "closed", reason: "completed" },
  { do: "react", to: { issue: 1 }, with: "rocket" },
];

/** Effects as a plan. */
export function planOf(effects: readonly GitHubEffect[]): GitHubPlan {
  return { effects: effects.map((effect) => ({ effect, why: "the test wants it" })), remarks: [] };
}

/** What a person would find in the repository. */
export function worldOf(repository: ServedRepository) {
  const { refs, issues, comments, reactions } = repository;
  const names = [...refs.keys()].filter((ref) => ref.startsWith("refs/heads/")).sort();
  return {
    branches: names.map(
      (ref) => `${ref.slice(11)}: ${[...repository.filesAt(ref.slice(11)).keys()].sort().join(" ")}`,
    ),
    threads: issues
      .map(({ title, state, labels, assignees, pull, number }) =>
        [
          pull ? `pull request of ${pull.head}` : "issue",
          title,
          state,
          labels.join(" "),
          assignees.join(" "),
          pull?.reviewers.join(" ") ?? "",
          ...comments.filter(({ issue }) => issue === number).map(({ body }) => body.split("\n")[0]),
        ].join(" | "),
      )
      .sort(),
    reactions: reactions.map(({ content }) => content),
  };
}
