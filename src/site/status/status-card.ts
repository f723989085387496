import type { DayKind } from "../../core/status/day-bars.ts";
import type { StatusFacts } from "../../core/views/status/status-facts.ts";
import { INDICATOR_CLASS, type StateClass } from "./state-classes.ts";

/** A picture without letters, as indexes into a palette: what links to the status page show as their preview. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue. */
  readonly palette: readonly (readonly [number, number, number])[];
  /** One byte a pixel, row by row. */
  readonly pixels: Uint8Array;
}

const WIDTH = 1200;
const HEIGHT = 630;
const PAPER = 0;
const COLOUR: Readonly<Record<StateClass, number>> = { g: 1, d: 2, o: 3, r: 4, b: 5 };
const PALE = 6;
const GREY = 7;
const PALETTE = [
  [250, 252, 252],
  [39, 103, 73],
  [138, 90, 0],
  [184, 80, 22],
  [166, 27, 27],
  [74, 79, 163],
  [150, 190, 172],
  [170, 178, 182],
] as const;

/** The state as a large shape over the ninety days of all components together, the worst of each day. */
export function statusCard(facts: StatusFacts): Picture {
  const pixels = new Uint8Array(WIDTH * HEIGHT).fill(PAPER);
  const rect = (x: number, y: number, width: number, height: number, colour: number) => {
    for (let row = Math.round(y); row < Math.round(y + height); row++)
      pixels.fill(colour, row * WIDTH + Math.round(x), row * WIDTH + Math.round(x + width));
  };
  const state = INDICATOR_CLASS[facts.overall.indicator];
  const fill = (inside: (x: number, y: number) => boolean, colour: number) => {
    for (let y = 70; y < 330; y++)
      for (let x = 470; x < 730; x++) if (inside(x - 600, y - 200)) pixels[y * WIDTH + x] = colour;
  };
  fill((x, y) => x * x + y * y < 125 * 125, COLOUR[state]);
  fill(SHAPES[state], PAPER);
  const days = worstDays(facts);
  const step = 12;
  const left = (WIDTH - days.length * step) / 2;
  days.forEach((kind, index) => {
    const [height, colour] = BARS[kind];
    rect(left + index * step, 560 - height, step - 3, height, colour);
  });
  return { width: WIDTH, height: HEIGHT, palette: PALETTE, pixels };
}

/** Each shape around the middle of the circle. */
const SHAPES: Readonly<Record<StateClass, (x: number, y: number) => boolean>> = {
  g: (x, y) => near(x, y, -52, 4, -14, 42) || near(x, y, -14, 42, 56, -40),
  d: (x, y) => y < 48 && y > -62 && Math.abs(x) < (y + 62) * 0.58,
  o: (x, y) => Math.max(Math.abs(x), Math.abs(y)) < 54 && Math.max(Math.abs(x), Math.abs(y)) > 30,
  r: (x, y) => Math.max(Math.abs(x), Math.abs(y)) < 52,
  b: (x, y) => Math.abs(x) + Math.abs(y) < 68,
};

/** Whether a point lies on a stroke between two points. */
function near(x: number, y: number, ax: number, ay: number, bx: number, by: number): boolean {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy) < 11;
}

const BARS: Readonly<Record<DayKind, readonly [height: number, colour: number]>> = {
  fine: [60, PALE],
  degraded_performance: [90, COLOUR.d],
  partial_outage: [115, COLOUR.o],
  major_outage: [140, COLOUR.r],
  maintenance: [90, COLOUR.b],
  "no-data": [4, GREY],
};

const ORDER: readonly DayKind[] = [
  "no-data",
  "fine",
  "maintenance",
  "degraded_performance",
  "partial_outage",
  "major_outage",
];

function worstDays({ groups }: StatusFacts): DayKind[] {
  const components = groups.flatMap((group) => group.components);
  return (components[0]?.days ?? []).map((_, index) => {
    const ranks = components.map(({ days }) => ORDER.indexOf(days[index]?.kind ?? "no-data"));
    return ORDER[Math.max(...ranks)]!;
  });
}
