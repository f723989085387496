import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  clipIntervals,
  type Interval,
  intervalsOverlap,
  mergeIntervals,
  totalOfIntervals,
} from "../../../src/core/reliability/intervals.ts";

const end = 60;
const interval = fc.record({ from: fc.integer({ min: 0, max: end }), to: fc.integer({ min: 0, max: end }) });
const intervals = fc.array(interval, { maxLength: 12 });

/** The slow way: each minute by itself. */
const minutesIn = (list: readonly Interval[]) =>
  Array.from({ length: end }, (_, minute) => minute).filter((minute) =>
    list.some(({ from, to }) => from <= minute && minute < to),
  );

describe("merged intervals", () => {
  test("cover the same instants as the given ones", () => {
    fc.assert(
      fc.property(intervals, (list) => void expect(minutesIn(mergeIntervals(list))).toEqual(minutesIn(list))),
    );
  });

  test("stand in order and do not touch", () => {
    fc.assert(
      fc.property(intervals, (list) => {
        const merged = mergeIntervals(list);
        expect(
          merged.every(({ from, to }, index) => from < to && (index === 0 || merged[index - 1]!.to < from)),
        ).toBe(true);
      }),
    );
  });

  test("are the same in whatever order they were given, and merging again changes nothing", () => {
    fc.assert(
      fc.property(intervals, (list) => {
        const merged = mergeIntervals(list);
        expect(mergeIntervals([...list].reverse())).toEqual(merged);
        expect(mergeIntervals(merged)).toEqual(merged);
      }),
    );
  });

  test("leave out empty and reversed ones and join those that touch", () => {
    expect(
      mergeIntervals([
        { from: 3, to: 3 },
        { from: 9, to: 5 },
        { from: 0, to: 2 },
        { from: 2, to: 4 },
      ]),
    ).toEqual([{ from: 0, to: 4 }]);
  });
});

test("the total counts each instant once", () => {
  fc.assert(
    fc.property(intervals, (list) => void expect(totalOfIntervals(list)).toBe(minutesIn(list).length)),
  );
});

test("a clip keeps what lies in the window", () => {
  fc.assert(
    fc.property(intervals, interval, (list, window) => {
      const expected = minutesIn(list).filter((minute) => window.from <= minute && minute < window.to);
      expect(minutesIn(clipIntervals(list, window))).toEqual(expected);
    }),
  );
});

test("intervals overlap when they share an instant; the end does not belong to them", () => {
  expect(intervalsOverlap({ from: 0, to: 2 }, { from: 2, to: 4 })).toBe(false);
  fc.assert(
    fc.property(interval, interval, (a, b) => {
      const shared = minutesIn([a]).some((minute) => minutesIn([b]).includes(minute));
      expect(intervalsOverlap(a, b)).toBe(shared);
    }),
  );
});
