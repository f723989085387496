import type { Finding } from "../finding.ts";
import { missingDiagrams } from "../knowledge-base/diagrams-of.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";

/** Diagrams whose drawings are not in the content folder. */
export function diagramMissing(knowledgeBase: KnowledgeBase): readonly Finding[] {
  return missingDiagrams(knowledgeBase).map(({ file, diagram }) => ({
    code: "diagram-missing",
    message: "Unexpected diagram without its drawing",
    help: "`tidemark diagrams` draws it; commit what it makes.",
    spot: { file, diagram },
  }));
}
