import type { Finding } from "../finding.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { didYouMean } from "../suggestion.ts";

/** Measurements of an objective that their service does not have. */
export function unknownObjective({ measurements, look }: KnowledgeBase): readonly Finding[] {
  return measurements.flatMap(({ data, file }) => {
    const objectives = look.service.get(data.service)?.data.objectives.map(({ id }) => id);
    if (objectives === undefined || objectives.includes(data.objective)) return [];
    const help = didYouMean(data.objective, objectives);
    return [
      {
        code: "unknown-objective",
        message: `Unexpected objective \`${data.objective}\`, expected one of the service \`${data.service}\``,
        ...(help === undefined ? {} : { help }),
        spot: { file, field: ["objective"] },
      },
    ];
  });
}
