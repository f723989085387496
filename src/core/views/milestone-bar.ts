import type { Entry } from "../knowledge-base/knowledge-base.ts";
import { type Milestone, milestoneTime } from "../reliability/milestone-time.ts";
import { MILESTONES, type MilestoneName } from "../schemas/incident.ts";
import { durationWords } from "../words/duration-words.ts";
import type { ShownInstant } from "../words/instant-words.ts";
import { DRAWN_MILESTONES, placeOn, type TimeScale } from "./incident/time-scale.ts";
import { type LabelPlace, labelRows } from "./label-rows.ts";
import { shownInstant, type ViewContext } from "./view-context.ts";

/** The milestones of an incident, to scale. */
export interface MilestoneBar {
  readonly marks: readonly MilestoneMark[];
  /** Whether the bar ends now because the incident is open. */
  readonly open: boolean;
  readonly length: string;
  /** The part of the bar in which users were hurt, 0 to 1000: started until mitigated, resolved or now. */
  readonly hurt?: { readonly from: number; readonly to: number };
  /** How many rows of labels there are. */
  readonly rows: number;
}

export interface MilestoneMark {
  readonly name: MilestoneName;
  readonly word: string;
  readonly at: ShownInstant;
  /** Time since the first milestone in words. */
  readonly after: string;
  /** Place on the bar, 0 to 1000. */
  readonly position: number;
  /** Side of the label and its row below the bar, so that neighbours do not overlap. */
  readonly label: LabelPlace;
}

/** The bar of an incident on its scale. */
export function milestoneBar(
  context: ViewContext,
  incident: Entry<"incident">,
  scale: TimeScale,
): MilestoneBar {
  const times = DRAWN_MILESTONES.flatMap((name) => {
    const time = milestoneTime(incident.data, name);
    return time === undefined ? [] : [{ name, time }];
  }).sort((a, b) => a.time - b.time);
  const first = times[0]?.time ?? scale.from;
  const bare = times.map(({ name, time }, index) => ({
    name,
    word: name[0]!.toUpperCase() + name.slice(1),
    at: shownMilestone(context, incident.data.milestones[name]!),
    after: index === 0 ? "0 min" : durationWords(time - first),
    position: placeOn(scale, time),
  }));
  const labels = labelRows(
    bare.map(({ position, word, at }) => ({
      position,
      width: (word.length + (at.utc ?? at.day).length + 2) * LETTER,
    })),
  );
  const marks = bare.map((mark, index): MilestoneMark => ({ ...mark, label: labels[index]! }));
  const started = milestoneTime(incident.data, "started");
  const ended =
    milestoneTime(incident.data, "mitigated") ?? milestoneTime(incident.data, "resolved") ?? scale.to;
  return {
    marks,
    open: incident.data.milestones.resolved === undefined,
    length: durationWords(scale.to - scale.from),
    ...(incident.data.nearMiss || started === undefined || ended <= started
      ? {}
      : { hurt: { from: placeOn(scale, started), to: placeOn(scale, ended) } }),
    rows: Math.max(...labels.map(({ row }) => row)) + 1,
  };
}

/** Width of a letter of a label on a scale of 1000, where the bar is 900 px wide. */
const LETTER = 7.2;

/** All milestones in order, for the list of facts. */
export function milestoneList(
  context: ViewContext,
  incident: Entry<"incident">,
): { word: string; at: ShownInstant }[] {
  return MILESTONES.flatMap((name) => {
    const milestone = incident.data.milestones[name];
    if (milestone === undefined) return [];
    const at = shownMilestone(context, milestone);
    return [{ word: name[0]!.toUpperCase() + name.slice(1), at }];
  });
}

function shownMilestone(context: ViewContext, milestone: Milestone): ShownInstant {
  return typeof milestone === "string"
    ? shownInstant(context, milestone)
    : shownInstant(context, milestone.at, milestone.precision);
}
