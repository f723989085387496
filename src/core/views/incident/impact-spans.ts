import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { epochOf } from "../../time.ts";
import { durationWords } from "../../words/duration-words.ts";
import type { ShownInstant } from "../../words/instant-words.ts";
import { IMPACT_STATES, type Shown, type ShownState } from "../shown.ts";
import { shownEntry, shownInstant, type ViewContext } from "../view-context.ts";
import { shareWords } from "./impact-lanes.ts";

/** One recorded interval of impact, in words. */
export interface ImpactSpan {
  readonly service: Shown;
  readonly state: ShownState;
  readonly from: ShownInstant;
  readonly to?: ShownInstant;
  readonly span: string;
  /** Share of requests, regions and plans, where recorded. */
  readonly notes: readonly string[];
}

/** The recorded impact, in the author's order. */
export function impactSpans(context: ViewContext, { data }: Entry<"incident">): readonly ImpactSpan[] {
  return data.impact.map(({ service, level, from, to, fraction, regions, plans }) => ({
    service: shownEntry(context, "service", service),
    state: IMPACT_STATES[level],
    from: shownInstant(context, from),
    ...(to === undefined ? {} : { to: shownInstant(context, to) }),
    span:
      to === undefined
        ? `${durationWords(Math.max(0, context.now - epochOf(from)))} so far`
        : durationWords(Math.max(0, epochOf(to) - epochOf(from))),
    notes: [
      ...(fraction === undefined ? [] : [shareWords(fraction)]),
      ...(regions.length === 0 ? [] : [`in ${regions.join(", ")}`]),
      ...(plans.length === 0 ? [] : [`for ${plans.join(", ")}`]),
    ],
  }));
}
