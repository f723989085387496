import { visibleText } from "../reports/visible-text.ts";
import type { GitHubEffect, Thread } from "./github-effect.ts";
import type { GitHubPlan } from "./github-plan.ts";

/** A plan for people: one line per effect with its reason, then what is left to them. */
export function planText({ effects, remarks }: GitHubPlan): string {
  const lines = effects.map(({ effect, why }, at) => `${at + 1}. ${effectWords(effect)}\n   ${why}`);
  const all = [
    ...(lines.length === 0 ? ["Nothing is to be done on GitHub."] : lines),
    ...remarks.map((remark) => `Note: ${remark}`),
  ];
  return `${all.map((line) => line.split("\n").map(visibleText).join("\n")).join("\n")}\n`;
}

/** What an effect does, in words. */
export function effectWords(effect: GitHubEffect): string {
  switch (effect.do) {
    case "commit":
      return `commit to ${effect.branch ?? "the default branch"}: ${filesOf(effect.files)} (“${effect.message.split("\n")[0]}”)`;
    case "begin-branch":
      return `begin the branch ${effect.branch} with ${filesOf(effect.files)}`;
    case "open-pull-request":
      return `open a pull request of ${effect.branch}: “${effect.title}”`;
    case "create-issue":
      return `create the issue ${effect.key}: “${effect.title}”${listed("labels", effect.labels)}${listed("for", effect.assignees)}`;
    case "update":
      return `change ${threadWords(effect.of)}: ${changesOf(effect)}`;
    case "mark":
      return `mark ${threadWords(effect.of)}${listed("labels", effect.labels)}${listed("for", effect.assignees)}`;
    case "ask-review":
      return `ask ${effect.reviewers.join(", ")} to review ${threadWords(effect.of)}`;
    case "comment":
      return `comment once on ${threadWords(effect.of)} (${effect.key})`;
    case "react":
      return `react with ${effect.with} to ${"comment" in effect.to ? `comment ${effect.to.comment}` : `#${effect.to.issue}`}`;
  }
}

/** How a thread is called. */
export function threadWords(of: Thread): string {
  if ("number" in of) return `#${of.number}`;
  return "issue" in of ? `the issue ${of.issue}` : `the pull request of ${of.pullRequest}`;
}

function filesOf(files: readonly { readonly path: string; readonly text: string | null }[]): string {
  return files.map(({ path, text }) => (text === null ? `${path} (taken away)` : path)).join(", ");
}

function changesOf({
  title,
  body,
  state,
  labels,
  assignees,
}: Extract<GitHubEffect, { do: "update" }>): string {
  const changes = [
    ...(state === undefined ? [] : [state === "open" ? "open it again" : "close it"]),
    ...(title === undefined ? [] : [`title “${title}”`]),
    ...(body === undefined ? [] : ["its text"]),
    ...(labels === undefined ? [] : [`labels ${labels.join(", ") || "none"}`]),
    ...(assignees === undefined ? [] : [`assignees ${assignees.join(", ") || "none"}`]),
  ];
  return changes.join("; ");
}

function listed(word: string, names: readonly string[]): string {
  return names.length === 0 ? "" : `, ${word} ${names.join(", ")}`;
}
