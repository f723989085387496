import { basename } from "node:path";
import { check } from "../../src/core/check.ts";
import type { Diagnostic } from "../../src/core/diagnostic.ts";
import type { Draft } from "../../src/core/drafts/draft.ts";
import type { Entry, KnowledgeBase } from "../../src/core/knowledge-base/knowledge-base.ts";
import { lookUp } from "../../src/core/knowledge-base/link-knowledge-base.ts";
import { parseDocument } from "../../src/core/parse/parse-document.ts";
import type { Epoch } from "../../src/core/time.ts";
import { readSource } from "../../src/loader/read-source.ts";
import { problemsOf } from "../../src/loader/write-entry.ts";

/** The errors that the check would find in a new or changed file once it were written. */
export function draftProblems(
  knowledgeBase: KnowledgeBase,
  contentDir: string,
  draft: Draft,
  now: Epoch,
): Diagnostic[] {
  const own = problemsOf(contentDir, draft.path, draft.text);
  if (own.length > 0) return own;
  const file = `${basename(contentDir)}/${draft.path}`;
  const reading = readSource(draft.kind, draft.id, file, Buffer.from(draft.text));
  if (!("source" in reading)) return own;
  const { entry } = parseDocument(reading.source);
  if (!entry) return own;
  const whole = check(
    withEntry(knowledgeBase, entry),
    [],
    (name) => (name === file ? reading.source : undefined),
    now,
  );
  return whole.filter((problem) => problem.file === file && problem.severity === "error");
}

function withEntry(knowledgeBase: KnowledgeBase, entry: Entry): KnowledgeBase {
  const add = <E extends Entry>(list: readonly E[], kind: E["kind"]): E[] =>
    entry.kind === kind
      ? [...list.filter(({ id }) => id !== entry.id), entry as E].sort((a, b) => (a.id < b.id ? -1 : 1))
      : [...list];
  const lists = {
    incidents: add(knowledgeBase.incidents, "incident"),
    postmortems: add(knowledgeBase.postmortems, "postmortem"),
    runbooks: add(knowledgeBase.runbooks, "runbook"),
    services: add(knowledgeBase.services, "service"),
    maintenance: add(knowledgeBase.maintenance, "maintenance"),
  };
  return { ...knowledgeBase, ...lists, look: lookUp({ ...knowledgeBase, ...lists }) };
}
