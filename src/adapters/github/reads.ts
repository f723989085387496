// What plans and their application need to know of a repository. Nothing here writes.
import {
  type CommentAnswer,
  commentAnswer,
  commitAnswer,
  contentAnswer,
  type IssueAnswer,
  issueAnswer,
  type PullRequestAnswer,
  personAnswer,
  pullRequestAnswer,
  refAnswer,
  repositoryAnswer,
  reviewAnswer,
} from "../../core/github/answers.ts";
import { type Claim, claimRef, readClaim } from "../../core/github/claim.ts";
import { hasMark, issueKey, keyOf } from "../../core/github/issue-body.ts";
import { listOf } from "../../core/github/list-of.ts";
import type { GitHubClient, Parameters, Shape } from "./client.ts";
import { GitHubFailure } from "./github-failure.ts";

/** Where a branch stands. */
export interface Head {
  readonly sha: string;
  readonly tree: string;
}

/** The name of the default branch. */
export async function readDefaultBranch(client: GitHubClient): Promise<string> {
  return (await client.read(repositoryAnswer, "")).default_branch;
}

/** The commit of a branch or other ref (`heads/main`), or `undefined`. */
export async function readRef(client: GitHubClient, ref: string): Promise<string | undefined> {
  const found = await orAbsent(client.read(refAnswer, "/git/ref/{+ref}", { ref }));
  return found?.ref === `refs/${ref}` ? found.object.sha : undefined;
}

/** The commit and tree at which a branch stands, or `undefined`. */
export async function readHead(client: GitHubClient, branch: string): Promise<Head | undefined> {
  const sha = await readRef(client, `heads/${branch}`);
  if (sha === undefined) return undefined;
  const commit = await client.read(commitAnswer, "/git/commits/{sha}", { sha });
  return { sha, tree: commit.tree.sha };
}

/** The name of the blob at a path of a commit; `undefined` where none stands. */
export async function readBlobName(
  client: GitHubClient,
  path: string,
  commit: string,
): Promise<string | undefined> {
  const found = await orAbsent(client.read(contentAnswer, "/contents/{+path}", { path, ref: commit }));
  if (found === undefined) return undefined;
  if (Array.isArray(found) || found.type !== "file")
    throw new GitHubFailure(`${path} is no file in the repository.`);
  return found.sha;
}

/** The text of a file at a branch or commit; `undefined` where none stands. */
export async function readText(client: GitHubClient, path: string, ref: string): Promise<string | undefined> {
  const found = await orAbsent(client.read(contentAnswer, "/contents/{+path}", { path, ref }));
  if (found === undefined || Array.isArray(found) || found.encoding !== "base64") return undefined;
  return Buffer.from(found.content ?? "", "base64").toString("utf8");
}

/** One issue, or the issue's side of a pull request. */
export async function readIssue(client: GitHubClient, number: number): Promise<IssueAnswer | undefined> {
  return await orAbsent(client.read(issueAnswer, "/issues/{number}", { number }));
}

/** The issues that carry a label, open and closed, without pull requests, lowest number first. */
export async function readIssues(client: GitHubClient, label: string): Promise<readonly IssueAnswer[]> {
  const all = await readAll(client, issueAnswer, "/issues", { labels: label, state: "all" });
  return all
    .filter((issue) => issue.pull_request === undefined && issue.labels.includes(label))
    .sort((a, b) => a.number - b.number);
}

/** The issue of a key among those that carry its label: the oldest, if there should be two. */
export async function findIssue(
  client: GitHubClient,
  label: string,
  key: string,
): Promise<IssueAnswer | undefined> {
  return (await readIssues(client, label)).find(({ body }) => issueKey(body) === key);
}

/** The pull requests of a branch of this repository, open ones first, then the newest. */
export async function readPullRequests(
  client: GitHubClient,
  branch: string,
): Promise<readonly PullRequestAnswer[]> {
  const head = `${client.owner}:${branch}`;
  const all = await readAll(client, pullRequestAnswer, "/pulls", { head, state: "all" });
  return all
    .filter((pull) => pull.head.ref === branch)
    .sort((a, b) => (a.state === b.state ? b.number - a.number : a.state === "open" ? -1 : 1));
}

/** One pull request. */
export async function readPullRequest(client: GitHubClient, number: number): Promise<PullRequestAnswer> {
  return await client.read(pullRequestAnswer, "/pulls/{number}", { number });
}

/** Who reviewed a pull request already. */
export async function readReviewers(client: GitHubClient, number: number): Promise<readonly string[]> {
  const reviews = await readAll(client, reviewAnswer, "/pulls/{number}/reviews", { number });
  return [...new Set(reviews.flatMap(({ user }) => user?.login ?? []))];
}

/** Who may be assigned to issues of the repository, in small letters. */
export async function readAssignable(client: GitHubClient): Promise<ReadonlySet<string>> {
  const people = await readAll(client, personAnswer, "/assignees", {});
  return new Set(people.map(({ login }) => login.toLowerCase()));
}

/** The comments of an issue or pull request, in order. */
export async function readComments(client: GitHubClient, number: number): Promise<readonly CommentAnswer[]> {
  return await readAll(client, commentAnswer, "/issues/{number}/comments", { number });
}

/** The comment with the mark of a key, if one who may write here or a bot made it. */
export async function findComment(
  client: GitHubClient,
  number: number,
  key: string,
): Promise<CommentAnswer | undefined> {
  return (await readComments(client, number)).find(
    (comment) => isTrusted(comment) && hasMark(comment.body, key),
  );
}

/** The keys of all our comments on an issue or pull request. */
export async function readMarks(client: GitHubClient, number: number): Promise<readonly string[]> {
  const comments = await readComments(client, number);
  return comments.filter(isTrusted).flatMap(({ body }) => keyOf(body) ?? []);
}

/** The claim of a key and the commit that it stands at. */
export async function readStandingClaim(
  client: GitHubClient,
  key: string,
): Promise<{ readonly sha: string; readonly claim: Claim; readonly tree: string } | undefined> {
  const sha = await readRef(client, claimRef(key));
  if (sha === undefined) return undefined;
  const commit = await client.read(commitAnswer, "/git/commits/{sha}", { sha });
  return { sha, claim: readClaim(commit.message), tree: commit.tree.sha };
}

/** Marks of others count for nothing: anybody could write one to keep ours from being made. */
function isTrusted({ author_association: association, user }: CommentAnswer): boolean {
  return user?.type === "Bot" || ["OWNER", "MEMBER", "COLLABORATOR"].includes(association ?? "");
}

async function readAll<Value>(
  client: GitHubClient,
  shape: Shape<Value>,
  path: string,
  parameters: Parameters,
): Promise<readonly Value[]> {
  const all: Value[] = [];
  for (let page = 1; page <= 100; page++) {
    const some = await client.read(listOf(shape), path, { ...parameters, per_page: 100, page });
    all.push(...some);
    if (some.length < 100) return all;
  }
  throw new GitHubFailure(`${path} has more than 10,000 entries, which is more than is read.`);
}

async function orAbsent<Value>(asked: Promise<Value>): Promise<Value | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof GitHubFailure && error.status === 404) return undefined;
    throw error;
  }
}
