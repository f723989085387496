import type { IssueAnswer, PullRequestAnswer } from "./answers.ts";

/** What stands on GitHub of one incident's postmortem, as far as plans need to know. */
export interface PostmortemOnGitHub {
  /** `owner/name`. */
  readonly repository: string;
  readonly branch: boolean;
  /** Of the branch, open ones first, then the newest. */
  readonly pullRequests: readonly PullRequestAnswer[];
  /** Who reviewed the first of them already. */
  readonly reviewed: readonly string[];
  /** Keys of our comments on the first of them. */
  readonly toldThere: readonly string[];
  /** Whether a pull request that closes the record was opened, where records change by pull request. */
  readonly closing: boolean;
  /** The issue in which the incident was driven. */
  readonly issue?: IssueAnswer;
  /** Keys of our comments on that issue. */
  readonly toldOnIssue: readonly string[];
}

/** The branch of an incident's postmortem: by it everything of it is found again. */
export function postmortemBranch(incident: string): string {
  return `postmortem/${incident}`;
}

/** The branch of the pull request that closes an incident's record. */
export function closingBranch(incident: string): string {
  return `tidemark/close/${incident}`;
}

/** The number of an issue of a repository by its address; `undefined` for trackers elsewhere. */
export function issueNumber(tracker: string | undefined, repository: string): number | undefined {
  const path = tracker === undefined ? undefined : /^https?:\/\/[^/]+(\/[^?#]*)/.exec(tracker)?.[1];
  const [, place, number] = /^\/(.+)\/issues\/(\d{1,9})\/?$/.exec(path ?? "") ?? [];
  return place?.toLowerCase() === repository.toLowerCase() ? Number(number) : undefined;
}
