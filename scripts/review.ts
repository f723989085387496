// `tidemark review decide`: read what is known → find or begin the day's review → add the decision by byte range → report.
import { addDecision, beginReview } from "../src/core/editor/record-decision.ts";
import type { KnowledgeBase } from "../src/core/knowledge-base/knowledge-base.ts";
import { didYouMean } from "../src/core/suggestion.ts";
import { dateIn, epochOf } from "../src/core/time.ts";
import { type Editing, editEntry } from "../src/loader/edit-entry.ts";
import { cacheFolderOf, readContent } from "../src/loader/read-content.ts";
import { writeEntry } from "../src/loader/write-entry.ts";
import type { CommandContext, ExitCode } from "./command.ts";

/** What was decided, by whom it is to be done, in which review. */
export interface DecideFlags {
  readonly text: string;
  readonly period: "week" | "month" | "quarter";
  readonly owner?: string;
  /** The day of the review; today where none is given. */
  readonly on?: string;
}

/** Records one decision in the review of a day, which begins with its first decision. */
export async function run(context: CommandContext<DecideFlags>): Promise<ExitCode> {
  const { flags, contentDir } = context;
  const { knowledgeBase } = readContent(contentDir, cacheFolderOf(contentDir));
  if (!knowledgeBase) {
    context.writeError(
      "Site, taxonomy and teams must be readable first; `tidemark check` says what is wrong.\n",
    );
    return 1;
  }
  const refusal = problemOf(knowledgeBase, flags);
  if (refusal !== undefined) {
    context.writeError(`${refusal} Nothing was written.\n`);
    return 2;
  }
  const on = flags.on ?? today(context, knowledgeBase);
  const decision = { text: flags.text.trim(), ...(flags.owner === undefined ? {} : { owner: flags.owner }) };
  const standing = knowledgeBase.reviews.find(({ data }) => data.period === flags.period && data.on === on);
  const path = standing?.file.slice(knowledgeBase.root.length + 1) ?? `reviews/${on}-${flags.period}.mdx`;
  const editing: Editing = standing
    ? editEntry(contentDir, path, addDecision(decision))
    : writeEntry(contentDir, path, beginReview(path, flags.period, on, decision));
  if (editing.written) {
    if (!context.quiet) context.write(`${contentDir}/${path}\n`);
    return 0;
  }
  context.writeError(`${path}: ${whyNot(editing)} Nothing was written.\n`);
  return editing.because === "changed" || editing.because === "exists" ? 5 : 1;
}

function today({ asOf, now }: CommandContext<DecideFlags>, { site }: KnowledgeBase): string {
  const known = asOf ?? site.asOf;
  return dateIn(known === undefined ? now : epochOf(known), site.timeZone);
}

function problemOf({ look }: KnowledgeBase, { text, owner }: DecideFlags): string | undefined {
  if (text.trim() === "") return "Expected what was decided, found an empty text.";
  if (owner === undefined || look.team.has(owner) || look.person.has(owner)) return undefined;
  const hint = didYouMean(owner, [...look.team.keys(), ...look.person.keys()]);
  return `Unexpected owner \`${owner}\`, expected a person or a team of teams.yaml.${hint === undefined ? "" : ` ${hint}`}`;
}

function whyNot(editing: Exclude<Editing, { readonly written: true }>): string {
  switch (editing.because) {
    case "refused":
      return `${editing.findings.map(({ message }) => message).join("; ")}.`;
    case "invalid":
      return `${editing.diagnostics.map(({ message }) => message).join("; ")}.`;
    case "absent":
      return "it is not a file that can be edited.";
    case "changed":
    case "exists":
      return "somebody else changed it meanwhile; please try again.";
  }
}
