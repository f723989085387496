import { editSource } from "../../src/core/editor/edit-source.ts";
import type { Entry } from "../../src/core/knowledge-base/knowledge-base.ts";
import { parseDocument } from "../../src/core/parse/parse-document.ts";
import { reportConsole } from "../../src/core/reports/console.ts";
import type { Changing } from "../../src/core/response/changing.ts";
import { readSource } from "../../src/loader/read-source.ts";
import { readStanding, writeEntry } from "../../src/loader/write-entry.ts";
import type { CommandContext, ExitCode } from "../command.ts";
import { draftProblems } from "../new/draft-problems.ts";
import type { Known } from "./read-for-change.ts";
import { leakSentences, wordsThatLeak } from "./words-that-leak.ts";

/**
 * Writes the edits of an event into its file, by byte range and only when the file then passes the check. What they
 * change is worked out from the very bytes that they are written over, so that nothing written meanwhile is lost.
 */
export function writeChange<K extends "incident" | "maintenance">(
  context: CommandContext<unknown>,
  { knowledgeBase, now }: Known,
  entry: Entry<K>,
  changingOf: (entry: Entry<K>) => Changing,
  words: readonly (string | undefined)[],
): ExitCode {
  const refuse = (code: ExitCode, ...sentences: string[]): ExitCode => {
    for (const sentence of sentences) context.writeError(`${sentence}\n`);
    context.writeError("Nothing was written.\n");
    return code;
  };
  const path = entry.file.slice(knowledgeBase.root.length + 1);
  const standing = readStanding(context.contentDir, path);
  if (!standing) return refuse(2, `${entry.file} is not a file that can be edited.`);
  const fresh = parsed(entry, standing.text);
  if (!fresh) return refuse(1, `${entry.file} has errors since a moment ago: \`tidemark check\` lists them.`);
  const changing = changingOf(fresh);
  if (!changing.ok)
    return refuse(
      2,
      ...changing.problems.map(({ message, help }) => `${message}.${help === undefined ? "" : ` ${help}`}`),
    );
  const leaks = leakSentences(wordsThatLeak(knowledgeBase, entry.data.visibility, words, now));
  if (leaks.length > 0) return refuse(6, ...leaks);
  const edited = editSource(entry.file, standing.text, changing.edits);
  if (!edited.ok) return refuse(1, ...edited.findings.map(({ message }) => `${entry.file}: ${message}.`));
  const draft = { kind: entry.kind, id: entry.id, path, text: edited.text };
  const wrong = draftProblems(knowledgeBase, context.contentDir, draft, now);
  if (wrong.length > 0) {
    const { color } = context.environment;
    context.writeError(reportConsole(wrong, { files: 1, milliseconds: 0, color, quiet: true }));
    return refuse(1, "The file would not pass the check.");
  }
  const writing = writeEntry(context.contentDir, path, edited.text, standing);
  if (writing.written) {
    if (!context.quiet) context.write(`${entry.file}: ${changing.says}\n`);
    return 0;
  }
  return writing.because === "invalid"
    ? refuse(1, ...writing.diagnostics.map(({ message }) => `${entry.file}: ${message}.`))
    : refuse(
        1,
        `${entry.file} was changed by somebody else meanwhile. Look at what they wrote, and say it again.`,
      );
}

/** An entry as its file stands. */
function parsed<K extends "incident" | "maintenance">(entry: Entry<K>, text: string): Entry<K> | undefined {
  const reading = readSource(entry.kind, entry.id, entry.file, Buffer.from(text));
  return "source" in reading ? (parseDocument(reading.source).entry as Entry<K> | undefined) : undefined;
}
