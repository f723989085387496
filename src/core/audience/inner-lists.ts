import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";

/** The lists that insiders alone see, as outsiders have them: empty. */
export const NO_INNER_LISTS = {
  gameDays: [],
  templates: [],
  reviews: [],
  changeLogs: [],
  onCallLogs: [],
  measurements: [],
  journeys: [],
  suppressions: [],
} as const satisfies Partial<KnowledgeBase>;
