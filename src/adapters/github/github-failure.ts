/** Why GitHub did not do what it was asked, as one sentence, and whether it is worth trying again. */
export class GitHubFailure extends Error {
  /** The status of the answer; absent when none came. */
  readonly status: number | undefined;
  /** Whether the same may work later. */
  readonly again: boolean;
  /** Whether GitHub may have done it although it did not say so. */
  readonly mayBeDone: boolean;

  constructor(
    message: string,
    {
      status,
      again = false,
      mayBeDone = false,
      cause,
    }: { status?: number | undefined; again?: boolean; mayBeDone?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.name = "GitHubFailure";
    this.status = status;
    this.again = again;
    this.mayBeDone = mayBeDone;
  }
}
