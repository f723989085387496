import type { Entry } from "../knowledge-base/knowledge-base.ts";
import { milestoneTime } from "../reliability/milestone-time.ts";
import { MILESTONES, type MilestoneName } from "../schemas/incident.ts";
import { durationWords } from "../words/duration-words.ts";
import type { ShownInstant } from "../words/instant-words.ts";
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

const SHOWN: readonly MilestoneName[] = MILESTONES.filter(
  (name) => name !== "closed" && name !== "verified" && name !== "declared",
);

/** The bar of an incident; absent with fewer than two instants. */
export function milestoneBar(context: ViewContext, incident: Entry<"incident">): MilestoneBar | undefined {
  const times = SHOWN.flatMap((name) => {
    const time = milestoneTime(incident.data, name);
    return time === undefined ? [] : [{ name, time }];
  }).sort((a, b) => a.time - b.time);
  const open = incident.data.milestones.resolved === undefined;
  const first = times[0]?.time;
  const last = open ? Math.max(context.now, times.at(-1)?.time ?? 0) : times.at(-1)?.time;
  if (first === undefined || last === undefined || last <= first) return undefined;
  const place = (time: number) => Math.round(((time - first) / (last - first)) * 1000);
  const bare = times.map(({ name, time }, index) => {
    const milestone = incident.data.milestones[name]!;
    const at =
      typeof milestone === "string"
        ? shownInstant(context, milestone)
        : shownInstant(context, milestone.at, milestone.precision);
    return {
      name,
      word: name[0]!.toUpperCase() + name.slice(1),
      at,
      after: index === 0 ? "0 min" : durationWords(time - first),
      position: place(time),
    };
  });
  const labels = labelRows(
    bare.map(({ position, word, at }) => ({
      position,
      width: (word.length + (at.utc ?? at.day).length + 2) * LETTER,
    })),
  );
  const marks = bare.map((mark, index): MilestoneMark => ({ ...mark, label: labels[index]! }));
  const started = milestoneTime(incident.data, "started");
  const ended = milestoneTime(incident.data, "mitigated") ?? milestoneTime(incident.data, "resolved") ?? last;
  return {
    marks,
    open,
    length: durationWords(last - first),
    ...(started === undefined || ended <= started
      ? {}
      : { hurt: { from: place(started), to: place(ended) } }),
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
    const at =
      typeof milestone === "string"
        ? shownInstant(context, milestone)
        : shownInstant(context, milestone.at, milestone.precision);
    return [{ word: name[0]!.toUpperCase() + name.slice(1), at }];
  });
}
