import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";

/** Entries whose text is drawn. */
export function entriesWithBody(knowledgeBase: KnowledgeBase): readonly Entry[] {
  const { incidents, postmortems, runbooks, services, maintenance, gameDays, templates, reviews } =
    knowledgeBase;
  return [
    ...incidents,
    ...postmortems,
    ...runbooks,
    ...services,
    ...maintenance,
    ...gameDays,
    ...templates,
    ...reviews,
  ];
}
