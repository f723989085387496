/** A drawing as plain data: `x` in thousandths of the width, so that it fits any screen, `y` in pixels. */
export interface Drawing {
  /** Pixels from the top of the drawing to its foot. */
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** One stroke of a drawing; its look is a class of the style sheet. */
export type Mark =
  | {
      readonly kind: "line";
      readonly look: string;
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
    }
  | {
      readonly kind: "dot";
      readonly look: string;
      readonly x: number;
      readonly y: number;
      /** Radius in pixels. */
      readonly r: number;
      /** What it stands for, to be seen on hovering. */
      readonly tip?: string;
    }
  | {
      readonly kind: "box";
      readonly look: string;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly tip?: string;
    }
  | {
      readonly kind: "text";
      readonly look: string;
      readonly x: number;
      readonly y: number;
      /** Pixels to the right of `x`. */
      readonly dx: number;
      readonly anchor: "start" | "middle" | "end";
      readonly text: string;
    };

/** One column of the table under a chart. */
export interface ChartColumn {
  readonly title: string;
  /** Numbers stand at the right. */
  readonly number: boolean;
}

/** One cell of it; a link where the row is about something that has a page. */
export interface ChartCell {
  readonly text: string;
  readonly url?: string;
}

/** A chart: what it says in words, the drawing where there is something to draw, and the numbers behind it. */
export interface Chart {
  /** Unique on its page. */
  readonly id: string;
  readonly title: string;
  /** What stands on its axis, `log scale` where it is one. */
  readonly unit: string;
  /** How many cases, in words: `n = 12`. */
  readonly n: string;
  /** Absent where there is nothing to draw: then the sentence says why. */
  readonly drawing?: Drawing;
  /** What the chart says, for those who do not see it and for those in a hurry. */
  readonly sentence: string;
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly (readonly ChartCell[])[];
  /** How many rows are not in the table; they are in the download. */
  readonly more: number;
  /** Address of the same numbers as CSV. */
  readonly download: string;
}

/** A position rounded to what can be seen. */
export function placed(position: number): number {
  return Math.round(position * 10) / 10;
}
