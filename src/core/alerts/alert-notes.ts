import type { TimelineWish } from "../drafts/draft-incident.ts";
import type { Entry } from "../knowledge-base/knowledge-base.ts";
import { type Epoch, epochOf, type Instant, instantOf } from "../time.ts";
import type { Signal } from "./signal.ts";

/** How the timeline of an incident says that alerts fire and are over; what it says so is found again. */

/** The entry that notes an alert, never before what stands last already. */
export function alertNote(signal: Signal, last: Instant | undefined): TimelineWish {
  const { state, startsAt, endsAt, summary, link } = signal;
  const fires = state === "firing";
  const wanted = epochOf(fires ? startsAt : (endsAt ?? startsAt));
  const at = last !== undefined && epochOf(last) > wanted ? epochOf(last) : wanted;
  const text = fires
    ? `${firing(signal)} since ${wholeSecond(startsAt)}.${summary === undefined ? "" : ` ${summary}`}`
    : `${over(signal)} since ${wholeSecond(endsAt ?? startsAt)}.`;
  return {
    at: instantOf(Math.floor(at / 1000) * 1000),
    kind: "alert",
    text,
    ...(link === undefined ? {} : { evidence: [{ title: "Where the alert leads", url: link }] }),
  };
}

/** Whether this very firing was noted before. */
export function isNoted({ data }: Entry<"incident">, signal: Signal): boolean {
  const text = `${firing(signal)} since ${wholeSecond(signal.startsAt)}.`;
  return data.timeline.some((entry) => entry.kind === "alert" && entry.text.startsWith(text));
}

/** Whether an alert of this signature fires by the timeline's last word on it; `undefined` where it has none. */
export function firesByNotes({ data }: Entry<"incident">, signal: Signal): boolean | undefined {
  const last = data.timeline.findLast(
    ({ kind, text }) =>
      kind === "alert" && (text.startsWith(firing(signal)) || text.startsWith(over(signal))),
  );
  return last?.text.startsWith(firing(signal));
}

/** How many signatures fire still by the timeline. */
export function firingCount({ data }: Entry<"incident">): number {
  const state = new Map<string, boolean>();
  for (const { kind, text } of data.timeline) {
    const match = kind === "alert" ? /^Alert (.+?) (fires|is over) since /.exec(text) : null;
    if (match) state.set(match[1]!, match[2] === "fires");
  }
  return [...state.values()].filter(Boolean).length;
}

/** Since when an incident is known, for telling the newest. */
export function knownSince({ data }: Entry<"incident">): Epoch {
  const { detected } = data.milestones;
  return epochOf(typeof detected === "string" ? detected : detected.at);
}

function firing({ signature }: Signal): string {
  return `Alert ${signature} fires`;
}

function over({ signature }: Signal): string {
  return `Alert ${signature} is over`;
}

function wholeSecond(instant: Instant): Instant {
  return instantOf(Math.floor(epochOf(instant) / 1000) * 1000);
}
