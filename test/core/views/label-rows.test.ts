import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { labelRows } from "../../../src/core/views/label-rows.ts";

const width = 110;
const rowsOf = (...positions: number[]) => labelRows(positions.map((position) => ({ position, width })));

describe("the places of labels below an axis", () => {
  test("marks with room between them have their labels in one row", () => {
    expect(rowsOf(0, 300, 600, 1000).map(({ row }) => row)).toEqual([0, 0, 0, 0]);
  });

  test("the last mark has its label to the left, so that it stays on the axis", () => {
    expect(rowsOf(0, 1000)).toEqual([
      { anchor: "start", row: 0 },
      { anchor: "end", row: 0 },
    ]);
  });

  test("marks crowded at the start make a staircase down to the left", () => {
    expect(rowsOf(0, 20, 40, 1000).map(({ row }) => row)).toEqual([2, 1, 0, 0]);
  });

  test("marks crowded at the end make a staircase down to the right", () => {
    expect(rowsOf(0, 960, 980, 1000).map(({ row }) => row)).toEqual([0, 0, 1, 2]);
  });

  test("no marks need no places", () => {
    expect(labelRows([])).toEqual([]);
  });

  test("no two labels of one row overlap on their own side", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 7 }), (positions) => {
        const sorted = positions.toSorted((a, b) => a - b);
        const places = rowsOf(...sorted);
        for (const [index, place] of places.entries())
          for (const [other, its] of places.entries())
            if (other > index && place.row === its.row && place.anchor === its.anchor)
              expect(sorted[other]! - sorted[index]!).toBeGreaterThanOrEqual(width);
      }),
    );
  });
});
