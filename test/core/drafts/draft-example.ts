import type { Draft, Drafting } from "../../../src/core/drafts/draft.ts";
import type { Entry } from "../../../src/core/knowledge-base/knowledge-base.ts";
import { parseDocument } from "../../../src/core/parse/parse-document.ts";
import { epochOf } from "../../../src/core/time.ts";

/** Half past midnight in Berlin, still the day before in UTC. */
export const now = epochOf("2026-04-01T22:30:40Z");

/** A draft that was not refused. */
export function written(drafting: Drafting): Draft {
  if (!drafting.ok) throw new Error(JSON.stringify(drafting.problems));
  return drafting.draft;
}

/** A draft as it is read again. */
export function reading({ kind, id, path, text }: Draft) {
  const [yaml, ...body] = text.slice(4).split("\n---\n");
  return parseDocument({
    kind,
    id,
    file: `content/${path}`,
    yaml: yaml!,
    yamlLine: 2,
    body: body.join("\n---\n"),
    bodyLine: 9,
  });
}

/** The entry that a draft becomes. */
export function entryOf(draft: Draft) {
  const { entry, findings } = reading(draft);
  if (!entry) throw new Error(JSON.stringify(findings));
  return entry as Entry<"incident" | "postmortem" | "runbook">;
}
