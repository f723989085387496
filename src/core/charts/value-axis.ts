import { scaleLinear } from "d3-scale";
import type { Mark } from "./chart.ts";

/** A linear axis upwards, with a line and a number where values are read off. */
export interface ValueAxis {
  /** Pixels from the top. */
  readonly at: (value: number) => number;
  readonly marks: readonly Mark[];
}

/** The axis from one value to another, between two heights. */
export function valueAxis(
  [low, high]: readonly [number, number],
  [top, foot]: readonly [number, number],
  word: (value: number) => string,
  count = 4,
): ValueAxis {
  const scale = scaleLinear().domain([low, high]).range([foot, top]);
  const at = (value: number) => Math.round(scale(value) * 10) / 10;
  const marks = scale.ticks(count).flatMap((tick): Mark[] => [
    { kind: "line", look: tick === 0 ? "axis" : "rule", x1: 0, y1: at(tick), x2: 1000, y2: at(tick) },
    { kind: "text", look: "tick", x: 0, y: at(tick) + 4, dx: -8, anchor: "end", text: word(tick) },
  ]);
  return { at, marks };
}
