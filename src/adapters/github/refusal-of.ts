import { visibleText } from "../../core/reports/visible-text.ts";
import { GitHubFailure } from "./github-failure.ts";
import { messageOf, type RawAnswer } from "./raw-answer.ts";

/** An answer that is no success as a failure with a sentence that says what to do. */
export function refusalOf(answer: RawAnswer, where: string, repository: string): GitHubFailure {
  const { status } = answer;
  const said = detailsOf(answer.data);
  const words = said === "" ? "" : ` GitHub says: ${said}`;
  const refused = (sentence: string, again = false, mayBeDone = false) =>
    new GitHubFailure(`${sentence}${words}`, { status, again, mayBeDone });
  if (status >= 300 && status < 400)
    return refused(
      `${repository} moved to ${visibleText(String(answer.headers.location ?? "another address").slice(0, 200))}: set GITHUB_REPOSITORY and GITHUB_API_URL to its new name (${where}).`,
    );
  switch (status) {
    case 401:
      return refused(`GitHub does not know this token: set GITHUB_TOKEN to one that is valid (${where}).`);
    case 403:
      return refused(
        `This token may not do that in ${repository}: give the job the permission that docs/github.md names (${where}).`,
      );
    case 404:
      return refused(
        `There is no such thing in ${repository}, or this token may not see it: look at GITHUB_REPOSITORY and at the job's permissions (${where}).`,
      );
    case 409:
      return refused(`${repository} is being changed by somebody else or is empty (${where}).`, true);
    case 410:
      return refused(
        `That is switched off or was deleted in ${repository}: switch issues on in its settings (${where}).`,
      );
    case 422:
      return refused(`GitHub refuses ${where}.`);
    default:
      return status >= 500
        ? refused(`GitHub is in trouble: it answers ${where} with ${status}.`, true, true)
        : refused(`GitHub answers ${where} with ${status}.`);
  }
}

/** The message with the errors below it: 422 tells there what is taken. */
function detailsOf(data: unknown): string {
  const { errors } = (typeof data === "object" && data !== null ? data : {}) as { errors?: unknown };
  const more = (Array.isArray(errors) ? errors : []).flatMap((error: unknown) => {
    if (typeof error === "string") return [error];
    const { message, field, code } = (error ?? {}) as Record<string, unknown>;
    return [typeof message === "string" ? message : [field, code].filter(Boolean).join(" ")];
  });
  return visibleText(
    [messageOf(data), ...more]
      .filter((part) => part !== "")
      .join("; ")
      .slice(0, 500),
  );
}
