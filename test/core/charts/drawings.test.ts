import { expect, test } from "vitest";
import { burnDownChart } from "../../../src/core/charts/burn-down-chart.ts";
import { calendarHeat } from "../../../src/core/charts/calendar-heat.ts";
import type { Drawing, Mark } from "../../../src/core/charts/chart.ts";
import { dotPlot, MOST_DOTS } from "../../../src/core/charts/dot-plot.ts";
import { durationAxis } from "../../../src/core/charts/duration-axis.ts";
import { monthCounts } from "../../../src/core/charts/month-counts.ts";
import { distribution } from "../../../src/core/reliability/statistics/distribution.ts";
import { poissonInterval } from "../../../src/core/reliability/statistics/poisson-interval.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test("on a log axis, equal ratios are equal distances, and what is shorter than the first tick stands at its edge", () => {
  const axis = durationAxis([MINUTE, 24 * HOUR]);
  expect([axis.at(MINUTE), axis.at(24 * HOUR)]).toEqual([0, 1000]);
  expect(axis.at(4 * MINUTE) - axis.at(2 * MINUTE)).toBeCloseTo(axis.at(4 * HOUR) - axis.at(2 * HOUR), 0);
  expect(axis.at(0)).toBe(0);
  expect(axis.ticks.map(({ word }) => word)).toEqual(["1 min", "5 min", "15 min", "1 h", "4 h", "1 d"]);
});

test("every case is a dot, and equal ones are stacked without touching", () => {
  const drawing = plot([10, 10, 10, 45].map((minutes) => minutes * MINUTE));
  const dots = drawing.marks.filter((mark) => mark.kind === "dot");
  expect(dots).toHaveLength(4);
  const [a, b, c] = dots.filter(({ x }) => x === dots[0]!.x).map(({ y }) => y);
  expect([a! - b!, b! - c!]).toEqual([9, 9]);
  expect(dots[0]!.tip).toBe("case 0: 10 min");
});

test("more cases than can be told apart are drawn as their hundredths", () => {
  const drawing = plot(Array.from({ length: MOST_DOTS + 1 }, (_, index) => (index + 1) * MINUTE));
  expect(drawing.marks.filter(({ kind }) => kind === "dot")).toHaveLength(100);
});

test("a single case of no length is drawn without a number that is none", () => {
  expect(texts(plot([0]))).toContain("median 0 min");
  expect(numbers(plot([0])).every(Number.isFinite)).toBe(true);
});

test("months show their counts with intervals, none as none, and what is not whole as a ring", () => {
  const month = (name: string, count: number, partial = false) => ({
    month: name,
    count,
    interval: poissonInterval(count),
    partial,
  });
  const drawing = monthCounts([month("2025-12", 0), month("2026-01", 4), month("2026-02", 1, true)]);
  const dots = drawing.marks.filter((mark) => mark.kind === "dot");
  expect(dots.map(({ look }) => look)).toEqual(["count", "count", "count-partial"]);
  expect(dots.map(({ tip }) => tip)).toEqual([
    "2025-12: 0 (0.0 to 3.7)",
    "2026-01: 4 (1.1 to 10.2)",
    "2026-02: 1 (0.0 to 5.6), not a whole month",
  ]);
  // Higher counts stand higher, and the axis reaches above the widest interval.
  expect(dots[1]!.y).toBeLessThan(dots[2]!.y);
  expect(numbers(drawing).every((value) => value >= 0)).toBe(true);
  expect(texts(drawing)).toEqual(expect.arrayContaining(["D", "J", "F", "2025", "2026"]));
});

test("a budget goes down where it is spent, and below nothing when it is overspent", () => {
  const day = 24 * HOUR;
  const drawing = burnDownChart(
    [
      { at: 0, leftShare: 1 },
      { at: 2 * day, leftShare: 1 },
      { at: 3 * day, leftShare: -0.5 },
      { at: 4 * day, leftShare: -0.5 },
    ],
    { from: 0, to: 8 * day },
    (at) => `day ${at / day}`,
  );
  const burnt = drawing.marks.filter((mark) => mark.kind === "line" && mark.look.startsWith("burn"));
  expect(burnt).toMatchObject([
    { look: "burn", x1: 0, x2: 250 },
    { look: "burn-spent", x1: 250, x2: 375 },
    { look: "burn-empty", x1: 375, x2: 500 },
  ]);
  expect(texts(drawing)).toEqual(expect.arrayContaining(["day 0", "day 8", "100 %", "0 %"]));
});

test("a calendar puts each day into the column of its week and the row of its weekday", () => {
  // 1 June 2026 is a Monday, 14 June a Sunday.
  const day = (date: string, count: number) => ({ day: date, count, tip: date });
  const drawing = calendarHeat([day("2026-06-01", 1), day("2026-06-14", 5)], "2026-06-01", "2026-06-28");
  const squares = drawing.marks.filter((mark) => mark.kind === "box" && mark.look.startsWith("heat"));
  expect(squares).toMatchObject([
    { look: "heat-1", x: 20, y: 19 },
    { look: "heat-3", x: 270, y: 19 + 6 * 14 },
  ]);
});

function plot(lengths: readonly number[]): Drawing {
  return dotPlot(
    lengths.map((milliseconds, index) => ({ milliseconds, title: `case ${index}` })),
    distribution(lengths)!,
  );
}

function texts({ marks }: Drawing): string[] {
  return marks.flatMap((mark) => (mark.kind === "text" ? [mark.text] : []));
}

function numbers({ marks }: Drawing): number[] {
  return marks.flatMap(({ ...mark }: Mark) =>
    Object.entries(mark).flatMap(([name, value]) =>
      typeof value === "number" && name !== "dx" ? [value] : [],
    ),
  );
}
