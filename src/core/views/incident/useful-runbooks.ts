import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { type RunbookRow, runbookRow } from "../runbook-view.ts";
import type { ViewContext } from "../view-context.ts";

/** A runbook that may help now, and why it is offered. */
export interface UsefulRunbook {
  readonly row: RunbookRow;
  readonly why: string;
}

/** The runbooks of an incident's alert, then those of its services. */
export function usefulRunbooks(context: ViewContext, { data }: Entry<"incident">): readonly UsefulRunbook[] {
  const { look } = context.projection;
  const { alert } = data.detection ?? {};
  const offered = [
    ...(look.runbooksForAlert.get(alert ?? "") ?? []).map((runbook) => ({
      runbook,
      why: `answers ${alert}`,
    })),
    ...data.services.flatMap((service) =>
      (look.runbooksOf.get(service) ?? []).map((runbook) => ({
        runbook,
        why: `for ${look.service.get(service)?.data.title ?? service}`,
      })),
    ),
  ];
  const seen = new Set<string>();
  return offered
    .filter(({ runbook: { id } }) => !seen.has(id) && seen.add(id))
    .map(({ runbook, why }) => ({ row: runbookRow(context, runbook), why }));
}
