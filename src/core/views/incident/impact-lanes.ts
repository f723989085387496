import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { impactIntervals, recordedImpact } from "../../reliability/impact-intervals.ts";
import { totalOfIntervals } from "../../reliability/intervals.ts";
import type { Impact } from "../../schemas/incident.ts";
import { type Epoch, epochOf, instantOf } from "../../time.ts";
import { durationWords } from "../../words/duration-words.ts";
import { IMPACT_STATES, type Shown, type ShownState } from "../shown.ts";
import { shownEntry, shownInstant, type ViewContext } from "../view-context.ts";
import { placeOn, type TimeScale } from "./time-scale.ts";

/** What one service went through, on the scale of the milestones. */
export interface ImpactLane {
  readonly service: Shown;
  /** The levels that it went through, worst first, each with the time of all its intervals together. */
  readonly levels: readonly { readonly state: ShownState; readonly span: string }[];
  /** All its impact together; absent where there is one level, which says it already. */
  readonly total?: string;
  /** Absent where the incident has no scale. */
  readonly segments: readonly ImpactSegment[];
}

/** One interval of impact. */
export interface ImpactSegment {
  readonly state: ShownState;
  /** Place on the scale, 0 to 1000. */
  readonly from: number;
  readonly width: number;
  /** Level, instants, share of requests and regions in words. */
  readonly title: string;
}

const LEVELS = ["major_outage", "partial_outage", "degraded_performance", "none"] as const;

/** A service without intervals is counted as hurt as long as the incident hurt anybody, at no known level. */
const INHERITED: ShownState = { id: "unknown", word: "Affected, level not noted", shape: "○" };

/** A lane for each service that was hurt or named, worst first. */
export function impactLanes(
  context: ViewContext,
  incident: Entry<"incident">,
  scale: TimeScale | undefined,
): readonly ImpactLane[] {
  const { data } = incident;
  const services = [...new Set([...data.impact.map(({ service }) => service), ...data.services])];
  return services
    .map((service) => ({ service, intervals: intervalsOf(context, incident, service) }))
    .filter(({ intervals }) => intervals.length > 0)
    .sort((a, b) => rank(a.intervals) - rank(b.intervals))
    .map(({ service, intervals }) => {
      const levels = levelsOf(intervals);
      const total = impactIntervals(data, service, context.now);
      return {
        service: shownEntry(context, "service", service),
        levels,
        ...(levels.filter(({ state }) => state.id !== "fine").length > 1
          ? {
              total: words(
                totalOfIntervals(total),
                intervals.some(({ open }) => open),
              ),
            }
          : {}),
        segments: scale === undefined ? [] : intervals.map((interval) => segment(context, scale, interval)),
      };
    });
}

interface LaneInterval {
  readonly state: ShownState;
  readonly rank: number;
  readonly from: Epoch;
  readonly to: Epoch;
  /** Whether it lasts. */
  readonly open: boolean;
  readonly impact?: Impact;
}

function intervalsOf(context: ViewContext, { data }: Entry<"incident">, service: string): LaneInterval[] {
  const own = data.impact.filter((impact) => impact.service === service);
  const intervals =
    own.length > 0
      ? own.map((impact) => ({
          state: IMPACT_STATES[impact.level],
          rank: LEVELS.indexOf(impact.level),
          from: epochOf(impact.from),
          to: impact.to === undefined ? context.now : epochOf(impact.to),
          open: impact.to === undefined,
          impact,
        }))
      : recordedImpact(data, service).map(({ from, to }) => ({
          state: INHERITED,
          rank: LEVELS.length,
          from,
          to: to ?? context.now,
          open: to === undefined,
        }));
  return intervals.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from);
}

function rank(intervals: readonly LaneInterval[]): number {
  return Math.min(...intervals.map((interval) => interval.rank));
}

function levelsOf(intervals: readonly LaneInterval[]): ImpactLane["levels"] {
  const sorted = [...intervals].sort((a, b) => a.rank - b.rank);
  return [...new Set(sorted.map(({ state }) => state))].map((state) => {
    const same = sorted.filter((interval) => interval.state === state);
    return {
      state,
      span: words(
        totalOfIntervals(same),
        same.some(({ open }) => open),
      ),
    };
  });
}

function words(time: number, open: boolean): string {
  return open ? `${durationWords(time)} so far` : durationWords(time);
}

function segment(context: ViewContext, scale: TimeScale, interval: LaneInterval): ImpactSegment {
  const { state, from, to, open, impact } = interval;
  const place = placeOn(scale, from);
  const clock = (at: Epoch) => shownInstant(context, instantOf(at)).utc ?? "";
  const parts = [
    state.word,
    open ? `since ${clock(from)}` : `${clock(from)} to ${clock(to)}`,
    words(to - from, open),
    impact?.fraction === undefined ? undefined : shareWords(impact.fraction),
    impact && impact.regions.length > 0 ? `in ${impact.regions.join(", ")}` : undefined,
    impact && impact.plans.length > 0 ? `for ${impact.plans.join(", ")}` : undefined,
  ];
  return {
    state,
    from: place,
    width: placeOn(scale, to) - place,
    title: parts.filter((part) => part !== undefined).join(", "),
  };
}

/** A measured share of failed requests in words. */
export function shareWords(fraction: number): string {
  return `${Number((fraction * 100).toFixed(2))} % of requests failed`;
}
