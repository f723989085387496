import {
  closingBranch,
  issueNumber,
  type PostmortemOnGitHub,
  postmortemBranch,
} from "../../core/github/postmortem-on-github.ts";
import type { Entry } from "../../core/knowledge-base/knowledge-base.ts";
import type { GitHubClient } from "./client.ts";
import { readIssue, readMarks, readPullRequests, readRef, readReviewers } from "./reads.ts";

/** What stands on GitHub of an incident's postmortem. */
export async function readPostmortem(
  client: GitHubClient,
  { id, data }: Entry<"incident">,
): Promise<PostmortemOnGitHub> {
  const { repository } = client.settings;
  const branch = postmortemBranch(id);
  const pullRequests = await readPullRequests(client, branch);
  const [pull] = pullRequests;
  const number = issueNumber(data.tracker, repository);
  const issue = number === undefined ? undefined : await readIssue(client, number);
  return {
    repository,
    branch: (await readRef(client, `heads/${branch}`)) !== undefined,
    pullRequests,
    closing: (await readPullRequests(client, closingBranch(id))).length > 0,
    reviewed: pull === undefined ? [] : await readReviewers(client, pull.number),
    toldThere: pull === undefined ? [] : await readMarks(client, pull.number),
    ...(issue === undefined ? {} : { issue }),
    toldOnIssue: issue === undefined ? [] : await readMarks(client, issue.number),
  };
}
