import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { longestSilence } from "../../reliability/longest-silence.ts";
import { milestoneTime } from "../../reliability/milestone-time.ts";
import { timeToFirstUpdate } from "../../reliability/time-to-first-update.ts";
import { type Epoch, epochOf } from "../../time.ts";
import { durationWords } from "../../words/duration-words.ts";
import type { ShownInstant } from "../../words/instant-words.ts";
import { shownInstant, type ViewContext } from "../view-context.ts";
import { placeOn, type TimeScale } from "./time-scale.ts";

/** What customers were told, beside what was known inside at that time. */
export interface PublicTelling {
  /** Newest first. */
  readonly updates: readonly ShownUpdate[];
  /** Started → first update, or that there never was one; for the internal reader. */
  readonly first?: string;
  /** The longest silence, for the internal reader. */
  readonly silence?: string;
  /** Places on the scale of the milestones, 0 to 1000. */
  readonly marks: readonly { readonly position: number; readonly title: string }[];
}

export interface ShownUpdate {
  readonly at: ShownInstant;
  readonly status: string;
  readonly text: string;
  readonly next?: ShownInstant;
  /** Whether the promised next update is past and did not come. */
  readonly late: boolean;
  /** Where the incident stood: how long after its start, and how it kept what was promised before; internal. */
  readonly beside?: string;
}

/** The public updates of an incident. */
export function publicTelling(
  context: ViewContext,
  incident: Entry<"incident">,
  scale: TimeScale | undefined,
): PublicTelling {
  const { data } = incident;
  const { internal } = context.projection.reader;
  const first = timeToFirstUpdate(data);
  const silence = longestSilence(data);
  const inOrder = [...data.updates].sort((a, b) => epochOf(a.at) - epochOf(b.at));
  const updates = inOrder.map((update, index): ShownUpdate => {
    const beside = internal ? besideUpdate(incident, inOrder, index) : undefined;
    return {
      at: shownInstant(context, update.at),
      status: update.status,
      text: update.text,
      ...(update.nextUpdate === undefined ? {} : { next: shownInstant(context, update.nextUpdate) }),
      late:
        index === inOrder.length - 1 &&
        data.milestones.resolved === undefined &&
        update.nextUpdate !== undefined &&
        epochOf(update.nextUpdate) < context.now,
      ...(beside === undefined ? {} : { beside }),
    };
  });
  return {
    updates: updates.reverse(),
    ...(internal && first !== undefined ? { first: first === "never" ? "never" : durationWords(first) } : {}),
    ...(internal && silence !== undefined ? { silence: durationWords(silence) } : {}),
    marks: scale === undefined ? [] : marksOf(context, inOrder, scale),
  };
}

function marksOf(
  context: ViewContext,
  updates: Entry<"incident">["data"]["updates"],
  scale: TimeScale,
): PublicTelling["marks"] {
  return updates
    .filter(({ at }) => epochOf(at) >= scale.from && epochOf(at) <= scale.to)
    .map(({ at, status }) => ({
      position: placeOn(scale, epochOf(at)),
      title: `${status}, ${shownInstant(context, at).utc}`,
    }));
}

function besideUpdate(
  { data }: Entry<"incident">,
  updates: Entry<"incident">["data"]["updates"],
  index: number,
): string | undefined {
  const at = epochOf(updates[index]!.at);
  const started = milestoneTime(data, "started");
  const promised = updates[index - 1]?.nextUpdate;
  const parts = [
    started === undefined ? undefined : `${distance(at - started)} the start`,
    promised === undefined ? undefined : keptWords(at, epochOf(promised)),
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(", ") : undefined;
}

function distance(time: number): string {
  return time >= 0 ? `${durationWords(time)} after` : `${durationWords(-time)} before`;
}

function keptWords(at: Epoch, promised: Epoch): string {
  return at < promised + 60_000 ? "as promised" : `${durationWords(at - promised)} later than promised`;
}
