import type { KnowledgeBase } from "../../knowledge-base/knowledge-base.ts";
import type { Objective } from "../../schemas/service.ts";
import { type Epoch, epochOf } from "../../time.ts";
import { type MeasuredObjective, measuredSpans } from "./measured-spans.ts";
import { objectiveWindow } from "./objective-window.ts";

/** What a monitoring system measured for an objective in its window. */
export interface MeasuredAvailability {
  /** Good events ÷ all events of the days measured. */
  readonly availability: number;
  /** How much of the window was measured, and how much of it has passed, in days. */
  readonly days: number;
  readonly of: number;
  readonly source: string;
  /** When the newest snapshot was read. */
  readonly taken: string;
}

const DAY = 86_400_000;

/** Good ÷ all events over the measured days, or parts of days, that lie in the objective's window; absent without an event. */
export function measuredAvailability(
  knowledgeBase: Pick<KnowledgeBase, "measurements" | "site">,
  commitment: MeasuredObjective & { readonly objective: Pick<Objective, "window"> },
  now: Epoch,
): MeasuredAvailability | undefined {
  const window = objectiveWindow(commitment.objective, now, knowledgeBase.site.timeZone);
  const elapsed = { from: window.from, to: Math.min(window.to, now) };
  const spans = measuredSpans(knowledgeBase, commitment, elapsed);
  const sum = (of: (span: (typeof spans)[number]) => number) =>
    spans.reduce((total, span) => total + of(span), 0);
  const total = sum((span) => span.total);
  if (total === 0) return undefined;
  const { source, taken } = spans
    .map(({ snapshot }) => snapshot.data)
    .reduce((newest, each) => (epochOf(each.taken) > epochOf(newest.taken) ? each : newest));
  return {
    availability: sum((span) => span.good) / total,
    days: Math.floor(sum(({ from, to }) => to - from) / DAY),
    of: Math.ceil((elapsed.to - elapsed.from) / DAY),
    source,
    taken,
  };
}
