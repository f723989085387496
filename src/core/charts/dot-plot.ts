import type { Distribution } from "../reliability/statistics/distribution.ts";
import { quantile } from "../reliability/statistics/quantile.ts";
import { durationWords } from "../words/duration-words.ts";
import type { Drawing, Mark } from "./chart.ts";
import { axisMarks, durationAxis } from "./duration-axis.ts";

/** One case: its length and what it is called. */
export interface DotCase {
  readonly milliseconds: number;
  readonly title: string;
}

/** Above this many cases a dot stands for a hundredth of them: thousands of dots would be a smear and a heavy page. */
export const MOST_DOTS = 200;

/** Columns of dots are this far apart, in thousandths of the width. */
const COLUMN = 11;
const RADIUS = 4;

/** Lengths of time as dots on a log axis, with the middle half as a band, the median, p90 and a target. */
export function dotPlot(
  cases: readonly DotCase[],
  known: Distribution,
  target?: { readonly name: string; readonly milliseconds: number },
): Drawing {
  const axis = durationAxis([
    known.least,
    known.most,
    ...(target === undefined ? [] : [target.milliseconds]),
  ]);
  const shown = cases.length > MOST_DOTS ? hundredths(cases) : cases;
  const columns = new Map<number, DotCase[]>();
  for (const each of [...shown].sort((a, b) => a.milliseconds - b.milliseconds)) {
    const column = Math.round(axis.at(each.milliseconds) / COLUMN);
    const stack = columns.get(column);
    if (stack) stack.push(each);
    else columns.set(column, [each]);
  }
  const tallest = Math.max(...[...columns.values()].map((stack) => stack.length));
  const step = Math.min(2 * RADIUS + 1, 140 / tallest);
  // The words of median, p90 and target stand above the dots, a row each.
  const labels = [18, 36, 54][(known.n < 5 ? 0 : 1) + (target === undefined ? 0 : 1)]!;
  const foot = labels + Math.max(24, Math.ceil(tallest * step)) + RADIUS + 2;
  const dots = [...columns].flatMap(([column, stack]) =>
    stack.map(
      ({ milliseconds, title }, index): Mark => ({
        kind: "dot",
        look: "case",
        x: Math.min(1000, column * COLUMN),
        y: Math.round(foot - RADIUS - 2 - index * step),
        r: RADIUS,
        tip: `${title}: ${durationWords(milliseconds)}`,
      }),
    ),
  );
  const [low, high] = [axis.at(known.lowerQuartile), axis.at(known.upperQuartile)];
  return {
    height: foot + 22,
    marks: [
      { kind: "box", look: "band", x: low, y: labels, width: Math.max(2, high - low), height: foot - labels },
      ...axisMarks(axis.ticks, labels, foot),
      ...upright("median", axis.at(known.median), 12, foot, `median ${durationWords(known.median)}`),
      ...(known.n < 5 ? [] : upright("p90", axis.at(known.p90), 30, foot, `p90 ${durationWords(known.p90)}`)),
      ...(target === undefined
        ? []
        : upright(
            "target",
            axis.at(target.milliseconds),
            known.n < 5 ? 30 : 48,
            foot,
            `${target.name} ${durationWords(target.milliseconds)}`,
          )),
      ...dots,
    ],
  };
}

/** A line from its word down to the axis; the word leans to where there is room. */
function upright(look: string, x: number, y: number, foot: number, text: string): Mark[] {
  const left = x > 600;
  return [
    { kind: "line", look, x1: x, y1: y - 10, x2: x, y2: foot },
    {
      kind: "text",
      look: `${look}-word`,
      x,
      y,
      dx: left ? -5 : 5,
      anchor: left ? "end" : "start",
      text,
    },
  ];
}

/** The 0.5th, 1.5th … 99.5th percentile: what a hundred dots say of many more cases. */
function hundredths(cases: readonly DotCase[]): DotCase[] {
  const sorted = cases.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return Array.from({ length: 100 }, (_, index) => ({
    milliseconds: quantile(sorted, (index + 0.5) / 100)!,
    title: "a hundredth of the cases",
  }));
}
