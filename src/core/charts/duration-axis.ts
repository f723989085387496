import { scaleLog } from "d3-scale";
import { durationWords } from "../words/duration-words.ts";
import { type Mark, placed } from "./chart.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Lengths that people think in; a decade of seconds would be none. */
const TICKS = [
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  4 * HOUR,
  DAY,
  3 * DAY,
  7 * DAY,
  30 * DAY,
  90 * DAY,
  365 * DAY,
];

/** Ticks nearer than this, in thousandths of the width, would run into each other on a phone. */
const ROOM = 150;
/** The first word begins at the edge instead of standing around its tick. */
const ROOM_AT_EDGE = 200;

/** A log axis of lengths of time. */
export interface DurationAxis {
  /** Thousandths of the width; what is under the first tick stands at the edge. */
  readonly at: (milliseconds: number) => number;
  readonly ticks: readonly { readonly x: number; readonly word: string }[];
}

/** The log axis that holds some lengths of time, from the tick below the least to the one above the most. */
export function durationAxis(lengths: readonly number[]): DurationAxis {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const length of lengths) {
    least = Math.min(least, length);
    most = Math.max(most, length);
  }
  const low = TICKS.findLast((tick) => tick <= least) ?? MINUTE / 2;
  const high = TICKS.find((tick) => tick >= most && tick > low) ?? Math.max(most, TICKS.at(-1)!);
  const scale = scaleLog().domain([low, high]).range([0, 1000]).clamp(true);
  const at = (length: number) => placed(scale(Math.max(length, low)));
  const ticks: { x: number; word: string }[] = [];
  for (const tick of TICKS) {
    if (tick < low || tick > high) continue;
    const x = at(tick);
    const last = ticks.at(-1);
    if (last === undefined || x - last.x >= (last.x === 0 ? ROOM_AT_EDGE : ROOM))
      ticks.push({ x, word: durationWords(tick) });
    // The end of the axis is worth more than what stands just before it.
    else if (tick === high && ticks.length > 1) ticks.splice(-1, 1, { x, word: durationWords(tick) });
  }
  return { at, ticks };
}

/** The axis and its grid: a line down from the top at each tick, its word below. */
export function axisMarks(ticks: DurationAxis["ticks"], top: number, foot: number): Mark[] {
  return [
    ...ticks.map(({ x }): Mark => ({ kind: "line", look: "rule", x1: x, y1: top, x2: x, y2: foot })),
    { kind: "line", look: "axis", x1: 0, y1: foot, x2: 1000, y2: foot },
    ...ticks.map(
      ({ x, word }): Mark => ({
        kind: "text",
        look: "tick",
        x,
        y: foot + 16,
        dx: 0,
        anchor: x < 30 ? "start" : x > 970 ? "end" : "middle",
        text: word,
      }),
    ),
  ];
}
