import type { Finding } from "../finding.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { ownerOf } from "../reliability/objectives/measured-spans.ts";
import { didYouMean } from "../suggestion.ts";

/** Measurements of an objective that their service or journey does not have. */
export function unknownObjective({ measurements, journeys, look }: KnowledgeBase): readonly Finding[] {
  const ofJourney = new Map(
    journeys.flatMap(({ data }) => data.journeys.map(({ id, objectives }) => [id, objectives] as const)),
  );
  return measurements.flatMap(({ data, file }) => {
    const [of, owner] = ownerOf(data);
    const promised = of === "service" ? look.service.get(owner)?.data.objectives : ofJourney.get(owner);
    const objectives = promised?.map(({ id }) => id);
    if (objectives === undefined || objectives.includes(data.objective)) return [];
    const help = didYouMean(data.objective, objectives);
    return [
      {
        code: "unknown-objective",
        message: `Unexpected objective \`${data.objective}\`, expected one of the ${of} \`${owner}\``,
        ...(help === undefined ? {} : { help }),
        spot: { file, field: ["objective"] },
      },
    ];
  });
}
