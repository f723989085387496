import type { Finding } from "../finding.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";

/** Journeys of users for which nothing is promised. */
export function journeyObjectiveMissing({ journeys }: KnowledgeBase): readonly Finding[] {
  return journeys.flatMap(({ data, file }) =>
    data.journeys.flatMap(({ id, objectives }, index) =>
      objectives.length > 0
        ? []
        : [
            {
              code: "journey-objective-missing",
              message: `Expected an objective of the journey \`${id}\`, found none`,
              spot: { file, field: ["journeys", index, "id"] },
            },
          ],
    ),
  );
}
