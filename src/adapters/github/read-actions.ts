import { issueKey } from "../../core/github/issue-body.ts";
import { ITEM_LABEL, itemOfKey } from "../../core/github/item-issue.ts";
import type { ActionsOnGitHub } from "../../core/github/plan-actions.ts";
import type { DoneOnGitHub } from "../../core/github/plan-done.ts";
import type { GitHubClient } from "./client.ts";
import { readAssignable, readIssues, readMarks, readPullRequests, readRef, readText } from "./reads.ts";

/** What is asked about the action items. */
export interface ActionsAsked {
  /** Ids of the items that are overdue: only their issues' comments are read. */
  readonly overdue: ReadonlySet<string>;
  /** The month, `2026-04`: what is closed in it goes into one pull request. */
  readonly month: string;
  /** The files that carry items, each with its text here. */
  readonly texts: ReadonlyMap<string, string>;
  /** The folder of the content's parent within the repository. */
  readonly folder: string;
}

/** What stands on GitHub of the action items. */
export async function readActions(client: GitHubClient, asked: ActionsAsked): Promise<ActionsOnGitHub> {
  const issues = await readIssues(client, ITEM_LABEL);
  const told = new Map<number, readonly string[]>();
  for (const { number, body } of issues)
    if (asked.overdue.has(itemOfKey(issueKey(body) ?? "") ?? ""))
      told.set(number, await readMarks(client, number));
  return { issues, told, assignable: await readAssignable(client), done: await readDone(client, asked) };
}

/** The month's branch, or the next one after those that were merged. */
async function readDone(client: GitHubClient, { month, texts, folder }: ActionsAsked): Promise<DoneOnGitHub> {
  for (let number = 1; ; number++) {
    const branch = `tidemark/items-done/${month}${number === 1 ? "" : `-${number}`}`;
    const [pullRequest] = await readPullRequests(client, branch);
    if (pullRequest?.merged_at != null) continue;
    const begun = (await readRef(client, `heads/${branch}`)) !== undefined;
    if (!begun) return { branch, begun, texts, ...(pullRequest ? { pullRequest } : {}) };
    const there = new Map<string, string>();
    for (const file of texts.keys()) {
      const text = await readText(client, folder === "" ? file : `${folder}/${file}`, branch);
      if (text !== undefined) there.set(file, text);
    }
    return { branch, begun, texts: there, ...(pullRequest ? { pullRequest } : {}) };
  }
}
