import type { FileChange } from "../github/github-effect.ts";
import type { PlannedEffect } from "../github/github-plan.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { checklistComment } from "./checklist.ts";
import { incidentBranch } from "./incident-branch.ts";
import { bodyWithState, issueLabels, stateTable } from "./issue-face.ts";

/** The issue in which an incident is driven, as it stands. */
export interface DrivenIssue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
}

/** Where the record of an incident is written. */
export interface RecordPlace {
  readonly branch: string;
  readonly defaultBranch: string;
  readonly onto?: string;
  /** Whether it goes onto the default branch, or through a pull request. */
  readonly by: "default-branch" | "pull-request";
}

/** The effects that put changed files where records live: straight onto the default branch, or onto the branch of the incident's issue. */
export function recordEffects(
  files: readonly FileChange[],
  message: string,
  { branch, defaultBranch, onto, by }: RecordPlace,
  issue: number | undefined,
): PlannedEffect[] {
  if (files.length === 0) return [];
  if (by === "default-branch" || branch !== defaultBranch || issue === undefined)
    return [
      {
        effect: { do: "commit", branch, message, files, ...(onto === undefined ? {} : { onto }) },
        why: "what happened belongs in the record",
      },
    ];
  const own = incidentBranch(issue);
  const body = `The record of #${issue}. Comments there go on to change it here.`;
  return [
    {
      effect: { do: "begin-branch", branch: own, message, files },
      why: "the policy `declare` asks for a pull request",
    },
    {
      effect: { do: "open-pull-request", branch: own, title: message.split("\n")[0]!, body },
      why: "whoever may merge decides when it is published",
    },
  ];
}

/** The effects by which an issue shows how its incident stands; the checklist comes once. */
export function faceEffects(
  knowledgeBase: KnowledgeBase,
  incident: Entry<"incident">,
  issue: DrivenIssue,
  record: string,
): PlannedEffect[] {
  const of = { number: issue.number };
  return [
    {
      effect: {
        do: "update",
        of,
        body: bodyWithState(issue.body, stateTable(knowledgeBase, incident, record)),
        labels: issueLabels(incident, issue.labels),
      },
      why: "whoever opens the issue sees how the incident stands",
    },
    {
      effect: {
        do: "comment",
        of,
        key: `checklist/${incident.id}`,
        body: checklistComment(knowledgeBase, incident),
      },
      why: "each role knows what it sees to",
    },
  ];
}
