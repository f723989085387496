import type { DraftProblem } from "../drafts/draft.ts";
import { WishReader } from "../drafts/known-words.ts";
import type { Edit } from "../editor/edit.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import type { Epoch } from "../time.ts";
import { COMMANDS, type Command, type CommandProblem } from "./command.ts";
import { type Asked, recordCommand } from "./record-command.ts";
import { Recording } from "./recording.ts";

/** A comment whose commands are to be recorded. */
export interface CommentToRecord {
  readonly commands: readonly Command[];
  /** When it was written. */
  readonly at: Epoch;
  /** Its address, which says in the record where an entry comes from. */
  readonly url: string;
  /** The handle of its author; absent where teams.yaml names none for the login. */
  readonly by?: string;
}

/** What a comment changes in the record of an incident, all of it or nothing. */
export type RecordedComment =
  | {
      readonly ok: true;
      readonly edits: readonly Edit[];
      readonly says: string;
      readonly remarks: readonly string[];
      readonly publicWords: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly CommandProblem[] };

/** The edits of all commands of a comment, each worked out from what the ones before it left. */
export function recordComment(
  knowledgeBase: KnowledgeBase,
  incident: Entry<"incident">,
  comment: CommentToRecord,
): RecordedComment {
  const recording = new Recording(incident, comment);
  const problems: CommandProblem[] = [];
  for (const asked of arranged(comment.commands)) {
    const read = new WishReader(knowledgeBase);
    recordCommand(knowledgeBase, read, recording, asked);
    problems.push(...read.problems.map((problem) => asSaid(problem, asked.command)));
    if (problems.length > 0) break;
  }
  if (problems.length > 0) return { ok: false, problems };
  const { edits, says, remarks, publicWords } = recording;
  return { ok: true, edits, says: says.join(", "), remarks, publicWords };
}

/** Whether the record holds what a comment said already: its entries name its address. */
export function isRecorded({ data }: Entry<"incident">, url: string): boolean {
  return data.timeline.some(({ evidence }) => evidence.some((each) => each.url === url));
}

/** Commands in order, with what belongs together: a status is announced by the update beside it, and so is the end. */
function arranged(commands: readonly Command[]): Asked[] {
  const updates = commands.filter((command) => command.name === "update");
  const ending = commands.find((command) => command.name === "resolve");
  const lastWords = ending && ending.text === undefined ? updates.at(-1) : undefined;
  const told = updates.filter((update) => update !== lastWords);
  const status = commands.findLast((command) => command.name === "status");
  const announcing = status === undefined ? undefined : told.at(-1);
  return commands.flatMap((command): Asked[] => {
    if (command === lastWords || (command.name === "status" && announcing)) return [];
    if (command === announcing) return [{ command, status: status!.status }];
    if (command === ending && lastWords) return [{ command: { ...ending, text: lastWords.text } }];
    return [{ command }];
  });
}

/** A problem in the words of a comment: what helps on a command line does not help here. */
function asSaid({ message, help }: DraftProblem, { name, line }: Command): CommandProblem {
  const useful = help === undefined || /--|`tidemark/.test(help) ? undefined : help;
  return { line, message, help: useful ?? `A \`/${name}\` looks like \`${COMMANDS[name]}\`.` };
}
