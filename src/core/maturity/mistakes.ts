import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { twelveMonths } from "../reliability/measures/figure.ts";
import type { Epoch } from "../time.ts";
import { KNOWLEDGE_MISTAKES } from "./knowledge-mistakes.ts";
import type { Mistake, MistakeKind } from "./mistake.ts";
import { PAGING_MISTAKES } from "./paging-mistakes.ts";
import { RESPONSE_MISTAKES } from "./response-mistakes.ts";

/** Every mistake that is looked for; a new one is a row in one of three tables. */
export const MISTAKES: readonly MistakeKind[] = [
  ...RESPONSE_MISTAKES,
  ...PAGING_MISTAKES,
  ...KNOWLEDGE_MISTAKES,
];

/** How each mistake stands: seen where, not seen among how many, or no data. */
export function mistakes(knowledgeBase: KnowledgeBase, now: Epoch): Mistake[] {
  const sight = { knowledgeBase, now, year: twelveMonths(now, knowledgeBase.site.timeZone) };
  return MISTAKES.map((kind) => {
    const seen = kind.look(sight);
    const state = seen.traces.length > 0 ? "seen" : seen.of > 0 ? "not-seen" : "no-data";
    return { kind, state, ...seen };
  });
}
