import { scaleLinear } from "d3-scale";
import type { Interval } from "../reliability/intervals.ts";
import type { BudgetPoint } from "../reliability/objectives/burn-down.ts";
import type { Drawing, Mark } from "./chart.ts";
import { placed } from "./chart.ts";
import { valueAxis } from "./value-axis.ts";

const TOP = 8;
const FOOT = 116;

/** What is below twice the budget is drawn at the foot: how far it went is in the words. */
const LOWEST = -1;

/** What is left of an error budget over its window: the line goes down where an incident spent, and is thin where it lies ahead. */
export function burnDownChart(
  points: readonly BudgetPoint[],
  window: Interval,
  day: (at: number) => string,
): Drawing {
  const shares = points.map(({ leftShare }) => Math.max(LOWEST, leftShare));
  const least = Math.min(0, ...shares);
  const axis = valueAxis([least < 0 ? Math.min(least, -0.25) : 0, 1], [TOP, FOOT], percent, 3);
  const x = scaleLinear().domain([window.from, window.to]).range([0, 1000]);
  const at = (point: number) => placed(x(points[point]!.at));
  const lines = shares.slice(1).map(
    (share, index): Mark => ({
      kind: "line",
      look: share < shares[index]! ? "burn-spent" : share <= 0 ? "burn-empty" : "burn",
      x1: at(index),
      y1: axis.at(shares[index]!),
      x2: at(index + 1),
      y2: axis.at(share),
    }),
  );
  const last = points.length - 1;
  return {
    height: FOOT + 22,
    marks: [
      ...axis.marks,
      { kind: "line", look: "empty", x1: 0, y1: axis.at(0), x2: 1000, y2: axis.at(0) },
      ...lines,
      ...(last >= 0
        ? [
            {
              kind: "dot",
              look: "now",
              x: at(last),
              y: axis.at(shares[last]!),
              r: 4,
              tip: `${percent(points[last]!.leftShare)} left`,
            } as const,
          ]
        : []),
      word(0, "start", day(window.from)),
      word(1000, "end", day(window.to)),
    ],
  };
}

function word(x: number, anchor: "start" | "end", text: string): Mark {
  return { kind: "text", look: "tick", x, y: FOOT + 17, dx: 0, anchor, text };
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
