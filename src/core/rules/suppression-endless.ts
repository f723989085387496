import type { Finding } from "../finding.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";

/** Silenced alerts that nobody will ever hear again. */
export function suppressionEndless({ suppressions }: KnowledgeBase): readonly Finding[] {
  return suppressions.flatMap(({ data, file }) =>
    data.suppressions.flatMap(({ alert, until }, index) =>
      until !== undefined
        ? []
        : [
            {
              code: "suppression-endless",
              message: `Expected an end of the suppression of \`${alert}\`, found none`,
              help: "Add `until` with the instant at which somebody looks at it again.",
              spot: { file, field: ["suppressions", index, "alert"] },
            },
          ],
    ),
  );
}
