import { scaleLinear } from "d3-scale";
import type { Bounds } from "../reliability/statistics/bootstrap-interval.ts";
import type { Drawing, Mark } from "./chart.ts";
import { placed } from "./chart.ts";
import { valueAxis } from "./value-axis.ts";

/** How many there were in one month. */
export interface MonthCount {
  /** `2026-03`. */
  readonly month: string;
  readonly count: number;
  readonly interval: Bounds;
  /** A month of which the period holds only some days. */
  readonly partial: boolean;
}

const TOP = 8;
const FOOT = 132;

/** Counts by month as dots with their 95 % intervals; a month that is not whole is a ring. */
export function monthCounts(months: readonly MonthCount[]): Drawing {
  const most = Math.max(1, ...months.map(({ interval }) => interval[1]));
  const axis = valueAxis([0, scaleLinear().domain([0, most]).nice(4).domain()[1]!], [TOP, FOOT], (value) =>
    Number.isInteger(value) ? String(value) : "",
  );
  const width = 1000 / months.length;
  const marks = months.flatMap(({ month, count, interval, partial }, index): Mark[] => {
    const x = placed((index + 0.5) * width);
    const [low, high] = interval;
    return [
      { kind: "line", look: "interval", x1: x, y1: axis.at(low), x2: x, y2: axis.at(high) },
      {
        kind: "dot",
        look: partial ? "count-partial" : "count",
        x,
        y: axis.at(count),
        r: 4.5,
        tip: `${month}: ${count} (${low.toFixed(1)} to ${high.toFixed(1)})${partial ? ", not a whole month" : ""}`,
      },
    ];
  });
  return { height: FOOT + 36, marks: [...axis.marks, ...marks, ...monthWords(months, width)] };
}

/** The letter of each month, and the year under the first one of it. */
function monthWords(months: readonly MonthCount[], width: number): Mark[] {
  return months.flatMap(({ month }, index): Mark[] => {
    const x = placed((index + 0.5) * width);
    const [year, number] = month.split("-");
    const first = index === 0 || number === "01";
    const word = { kind: "text", look: "tick", x, dx: 0, anchor: "middle" } as const;
    return [
      { ...word, y: FOOT + 16, text: LETTERS[Number(number) - 1]! },
      ...(first ? [{ ...word, look: "year", y: FOOT + 31, text: year! }] : []),
    ];
  });
}

const LETTERS = ["J", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"];
