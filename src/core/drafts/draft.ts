import type { PlainValue } from "../editor/edit.ts";
import { blockText } from "../editor/value-text.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { KINDS } from "../schemas/kinds.ts";

/** The kinds of file that can be begun from a draft. */
export const DRAFT_KINDS = ["incident", "postmortem", "runbook", "service", "maintenance"] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** A new file as it would be written; nothing was written yet. */
export interface Draft {
  readonly kind: DraftKind;
  readonly id: string;
  /** Path relative to the content folder. */
  readonly path: string;
  readonly text: string;
}

/** Something in the wishes for a draft that cannot be. */
export interface DraftProblem {
  /** The wish that it is about. */
  readonly wish: string;
  /** One sentence: "Unexpected X, expected Y". */
  readonly message: string;
  readonly help?: string;
}

/** A draft, or all that is wrong with the wishes for it. */
export type Drafting =
  | { readonly ok: true; readonly draft: Draft }
  | { readonly ok: false; readonly problems: readonly DraftProblem[] };

/** One part of new front matter: fields in their order, or remarks for whoever fills in the rest. */
export type FrontPart =
  | { readonly [field: string]: PlainValue | undefined }
  | { readonly remarks: readonly string[] };

/** A draft from its parts: front matter by the writer that edits use too, then the body. */
export function makeDraft(kind: DraftKind, id: string, front: readonly FrontPart[], body: string): Drafting {
  const lines = front.flatMap((part) => {
    if (isRemarks(part)) return part.remarks.map((remark) => `# ${remark}`);
    const text = blockText(part, 0, { step: 2, list: 2 });
    return text === "" ? [] : [text];
  });
  const path = KINDS[kind].at.replace("*", id);
  return { ok: true, draft: { kind, id, path, text: `---\n${lines.join("\n")}\n---\n\n${body.trim()}\n` } };
}

/** An id that nothing in the knowledge base has or had, the wanted one or the next with a number. */
export function freeId(knowledgeBase: KnowledgeBase, kind: DraftKind, wanted: string): string {
  const list = {
    incident: "incidents",
    postmortem: "postmortems",
    runbook: "runbooks",
    service: "services",
    maintenance: "maintenance",
  } as const;
  const taken = new Set([
    ...knowledgeBase[list[kind]].flatMap(({ id, data }) => [id, ...data.aliases]),
    ...knowledgeBase.broken.filter((entry) => entry.kind === kind).map(({ id }) => id),
  ]);
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number++) {
    const next = `${wanted.slice(0, 76).replace(/-$/, "")}-${number}`;
    if (!taken.has(next)) return next;
  }
}

function isRemarks(part: FrontPart): part is { remarks: readonly string[] } {
  return "remarks" in part;
}
