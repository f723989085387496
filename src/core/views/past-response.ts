import type { Entry } from "../knowledge-base/knowledge-base.ts";
import { milestoneTime } from "../reliability/milestone-time.ts";
import { epochOf } from "../time.ts";
import { type IncidentRow, incidentRow } from "./incident-row.ts";
import type { Shown } from "./shown.ts";
import { shownEntry, type ViewContext } from "./view-context.ts";

/** What was done in one incident, in short, for somebody who meets the same alert. */
export interface PastResponse {
  readonly incident: IncidentRow;
  readonly runbooks: readonly { readonly runbook: Shown; readonly outcome: string; readonly note?: string }[];
  /** The last action or decision before users stopped being hurt; absent where the record has none. */
  readonly before?: string;
}

/** What was done in one incident. */
export function pastResponse(context: ViewContext, incident: Entry<"incident">): PastResponse {
  const before = lastStepBeforeMitigation(incident);
  return {
    incident: incidentRow(context, incident),
    runbooks: incident.data.runbooks.map(({ runbook, outcome, note }) => ({
      runbook: shownEntry(context, "runbook", runbook),
      outcome: outcome.replaceAll("-", " "),
      ...(note === undefined ? {} : { note }),
    })),
    ...(before === undefined ? {} : { before }),
  };
}

/** The record does not say what mitigated: this is what stands last before it, and the page says no more than that. */
function lastStepBeforeMitigation({ data }: Entry<"incident">): string | undefined {
  const mitigated = milestoneTime(data, "mitigated");
  if (mitigated === undefined) return undefined;
  const steps = data.timeline.filter(
    ({ kind, at }) => (kind === "action" || kind === "decision") && epochOf(at) <= mitigated,
  );
  return steps.sort((a, b) => epochOf(a.at) - epochOf(b.at)).at(-1)?.text;
}
