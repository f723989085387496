import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { KINDS, type Kind } from "../schemas/kinds.ts";

/** Path of a file of which there is one, such as site.yaml, as diagnostics name it. */
export function fileOfKind(knowledgeBase: KnowledgeBase, kind: Kind): string {
  return `${knowledgeBase.root}/${KINDS[kind].at}`;
}
