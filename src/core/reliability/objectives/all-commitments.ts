import type { KnowledgeBase } from "../../knowledge-base/knowledge-base.ts";
import type { Commitment } from "./error-budget.ts";

/** An objective and whose it is. */
export interface NamedCommitment extends Commitment {
  readonly name: string;
  /** The file in which it stands. */
  readonly file: string;
}

/** Every objective of services, then of journeys, in their order. */
export function allCommitments({
  services,
  journeys,
}: Pick<KnowledgeBase, "services" | "journeys">): NamedCommitment[] {
  return [
    ...services.flatMap(({ id, file, data }) =>
      data.objectives.map((objective) => ({
        of: "service" as const,
        owner: id,
        name: data.title,
        file,
        objective,
        services: [id],
      })),
    ),
    ...journeys.flatMap(({ file, data }) =>
      data.journeys.flatMap((journey) =>
        journey.objectives.map((objective) => ({
          of: "journey" as const,
          owner: journey.id,
          name: journey.name,
          file,
          objective,
          services: journey.services,
        })),
      ),
    ),
  ];
}
