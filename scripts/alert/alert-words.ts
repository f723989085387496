import type { AlertDecision } from "../../src/core/alerts/alert-decision.ts";
import { counted } from "./plan-alerts.ts";

/** What becomes of alerts, one line per decision, for a person or a log. */
export function alertWords(decision: AlertDecision): string {
  const names = [...new Set(decision.signals.map(({ name }) => name))].join(", ");
  switch (decision.do) {
    case "open":
      return `${names}: opens ${decision.draft.id} with ${counted(decision.signals.length)}`;
    case "note":
      return `${names}: ${decision.resolves ? "ends" : "noted in"} ${decision.incident.id}`;
    case "suppress":
      return `${names}: silent, for it belongs to ${decision.why}`;
    case "ticket":
      return `${names}: a ticket, nobody is woken`;
    case "nothing":
      return `${names}: nothing to do, ${decision.why}`;
    case "refuse":
      return `${names}: refused. ${decision.problems.join(" ")}`;
  }
}
