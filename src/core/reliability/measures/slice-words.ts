import type { KnowledgeBase } from "../../knowledge-base/knowledge-base.ts";
import type { Dimension } from "./measure.ts";

/** The values that a dimension may have: what the content defines, whether an incident has it or not. */
export function sliceWords({ services, teams, taxonomy }: KnowledgeBase, by: Dimension): string[] {
  const defined = {
    service: services,
    severity: taxonomy.severities,
    team: teams.teams,
    layer: taxonomy.layers,
    trigger: taxonomy.triggers,
    factor: taxonomy.factors,
    detection: taxonomy.detectionSources,
  }[by];
  return defined.map(({ id }) => id);
}
