import type { Finding } from "../finding.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";

/** Alerts that wake somebody and have no runbook. */
export function alertUnanswered({ services, look, broken }: KnowledgeBase): readonly Finding[] {
  if (broken.some(({ kind }) => kind === "runbook")) return [];
  return services.flatMap(({ data, file }) =>
    data.alerts.flatMap(({ name, response }, index) =>
      response !== "page" || look.runbooksForAlert.has(name)
        ? []
        : [
            {
              code: "alert-unanswered",
              message: `Expected a runbook that answers the alert \`${name}\`, found none`,
              spot: { file, field: ["alerts", index, "name"] },
            },
          ],
    ),
  );
}
