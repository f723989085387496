import { fenced } from "../github/safe-text.ts";
import type { CommandProblem } from "./command.ts";

/** The key under which a comment is answered once. */
export function answerKey(comment: number): string {
  return `answer/${comment}`;
}

/** The answer to a comment of which nothing was recorded: what is wrong in which line, and what was nearly right. */
export function refusalAnswer(problems: readonly CommandProblem[]): string {
  const lines = problems.map(
    ({ line, message, help }) => `line ${line}: ${message}.${help === undefined ? "" : ` ${help}`}`,
  );
  return `Nothing of the comment above was recorded. Write it anew once this is right:\n\n${fenced(lines.join("\n"), 4_000)}`;
}

/** The answer to a comment that was recorded with something that its author should know. */
export function remarkAnswer(remarks: readonly string[]): string {
  return `Recorded. ${remarks.join(" ")}`;
}
