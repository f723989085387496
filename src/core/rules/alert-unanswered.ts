import type { Finding } from "../finding.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { pagingAlerts } from "../on-call/paging-alerts.ts";

/** Alerts that wake somebody and have no runbook. */
export function alertUnanswered({ services, look, broken }: KnowledgeBase): readonly Finding[] {
  if (broken.some(({ kind }) => kind === "runbook")) return [];
  return pagingAlerts(services)
    .filter(({ alert }) => !look.runbooksForAlert.has(alert.name))
    .map(({ service, alert, index }) => ({
      code: "alert-unanswered",
      message: `Expected a runbook that answers the alert \`${alert.name}\`, found none`,
      spot: { file: service.file, field: ["alerts", index, "name"] },
    }));
}
