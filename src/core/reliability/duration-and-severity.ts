import type { Entry } from "../knowledge-base/knowledge-base.ts";
import type { Taxonomy } from "../schemas/taxonomy.ts";
import { type RankCorrelation, rankCorrelation } from "./statistics/rank-correlation.ts";
import { timeToRestore } from "./time-to-restore.ts";

/**
 * Spearman's ρ of time to restore with severity, the worst ranked highest: above 0 the longer incidents were the more severe
 * ones. Absent below four incidents, and where all are of one severity or took equally long.
 */
export function durationAndSeverity(
  incidents: readonly Entry<"incident">[],
  { severities }: Taxonomy,
): RankCorrelation | undefined {
  const ranks = new Map(severities.map(({ id }, index) => [id, severities.length - index]));
  return rankCorrelation(
    incidents.flatMap(({ data }) => {
      const rank = ranks.get(data.severity.final ?? data.severity.peak);
      const time = timeToRestore(data);
      return data.nearMiss || rank === undefined || time === undefined ? [] : [[rank, time] as const];
    }),
  );
}
