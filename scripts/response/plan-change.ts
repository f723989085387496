import type { Draft } from "../../src/core/drafts/draft.ts";
import { editSource } from "../../src/core/editor/edit-source.ts";
import type { Entry } from "../../src/core/knowledge-base/knowledge-base.ts";
import { parseDocument } from "../../src/core/parse/parse-document.ts";
import { reportConsole } from "../../src/core/reports/console.ts";
import type { Changing } from "../../src/core/response/changing.ts";
import { readSource } from "../../src/loader/read-source.ts";
import { readStanding, type StandingFile } from "../../src/loader/write-entry.ts";
import type { ExitCode } from "../command.ts";
import { draftProblems } from "../new/draft-problems.ts";
import type { Known } from "./read-for-change.ts";
import { leakSentences, wordsThatLeak } from "./words-that-leak.ts";

/** A file as it would be, and as it was; nothing was written yet. */
export interface FilePlan {
  readonly ok: true;
  /** Below the content folder. */
  readonly path: string;
  /** Absent: nothing stands there. */
  readonly standing?: StandingFile;
  readonly text: string;
  /** What the text holds, for files of entries. */
  readonly entry?: Entry;
  readonly says: string;
}

/** Why a change makes no sense, with the code that the command ends with. */
export interface FileRefusal {
  readonly ok: false;
  readonly code: ExitCode;
  readonly sentences: readonly string[];
}

/**
 * The edits of an event in its file, by byte range and only where the file then passes the check. What they change is
 * worked out from the very bytes that they are written over, so that nothing written meanwhile is lost.
 */
export function planChange<K extends "incident" | "maintenance">(
  contentDir: string,
  known: Known,
  entry: Entry<K>,
  changingOf: (entry: Entry<K>) => Changing,
  words: readonly (string | undefined)[],
): FilePlan | FileRefusal {
  const path = entry.file.slice(known.knowledgeBase.root.length + 1);
  const standing = readStanding(contentDir, path);
  if (!standing) return refuse(2, `${entry.file} is not a file that can be edited.`);
  const plan = changeText(contentDir, known, entry, standing.text, changingOf, words);
  return plan.ok ? { ...plan, standing } : plan;
}

/** The same for a text of that file which is not written yet. */
export function changeText<K extends "incident" | "maintenance">(
  contentDir: string,
  { knowledgeBase, now }: Known,
  entry: Entry<K>,
  text: string,
  changingOf: (entry: Entry<K>) => Changing,
  words: readonly (string | undefined)[],
): FilePlan | FileRefusal {
  const path = entry.file.slice(knowledgeBase.root.length + 1);
  const fresh = parsed(entry, text);
  if (!fresh) return refuse(1, `${entry.file} has errors since a moment ago: \`tidemark check\` lists them.`);
  const changing = changingOf(fresh);
  if (!changing.ok)
    return refuse(
      2,
      ...changing.problems.map(({ message, help }) => `${message}.${help === undefined ? "" : ` ${help}`}`),
    );
  const edited = editSource(entry.file, text, changing.edits);
  if (!edited.ok) return refuse(1, ...edited.findings.map(({ message }) => `${entry.file}: ${message}.`));
  const after = parsed(entry, edited.text);
  const { visibility } = after?.data ?? entry.data;
  const leaks = leakSentences(wordsThatLeak(knowledgeBase, visibility, words, now));
  if (leaks.length > 0) return refuse(6, ...leaks);
  const draft = { kind: entry.kind, id: entry.id, path, text: edited.text };
  const wrong = draftProblems(knowledgeBase, contentDir, draft, now);
  if (wrong.length > 0)
    return refuse(
      1,
      reportConsole(wrong, { files: 1, milliseconds: 0, color: false, quiet: true }).trimEnd(),
      "The file would not pass the check.",
    );
  return { ok: true, path, text: edited.text, says: changing.says, ...(after ? { entry: after } : {}) };
}

/** A new file that passes the check, and whose words for customers hold nothing internal. */
export function planDraft(
  contentDir: string,
  { knowledgeBase, now }: Known,
  draft: Draft,
  visibility: string,
  words: readonly (string | undefined)[],
): FilePlan | FileRefusal {
  const wrong = draftProblems(knowledgeBase, contentDir, draft, now);
  if (wrong.length > 0)
    return refuse(
      2,
      reportConsole(wrong, { files: 1, milliseconds: 0, color: false, quiet: true }).trimEnd(),
    );
  const leaks = leakSentences(wordsThatLeak(knowledgeBase, visibility, words, now));
  if (leaks.length > 0) return refuse(6, ...leaks);
  const file = `${knowledgeBase.root}/${draft.path}`;
  const reading = readSource(draft.kind, draft.id, file, Buffer.from(draft.text));
  const entry = "source" in reading ? parseDocument(reading.source).entry : undefined;
  const says = `begins ${draft.id}`;
  return { ok: true, path: draft.path, text: draft.text, says, ...(entry ? { entry } : {}) };
}

function refuse(code: ExitCode, ...sentences: string[]): FileRefusal {
  return { ok: false, code, sentences };
}

/** An entry as its file stands. */
function parsed<K extends "incident" | "maintenance">(entry: Entry<K>, text: string): Entry<K> | undefined {
  const reading = readSource(entry.kind, entry.id, entry.file, Buffer.from(text));
  return "source" in reading ? (parseDocument(reading.source).entry as Entry<K> | undefined) : undefined;
}
