import type { CalendarDate } from "../time.ts";
import type { Drawing, Mark } from "./chart.ts";
import { placed } from "./chart.ts";

/** How much happened on one day. */
export interface HeatDay {
  readonly day: CalendarDate;
  readonly count: number;
  readonly tip: string;
}

const DAY = 86_400_000;
const CELL = 14;
const TOP = 18;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEKDAYS = ["Mon", "", "Wed", "", "Fri", "", "Sun"];

/** Days as a calendar, a column a week, Monday on top; only days on which something happened are squares, darker and fuller by number. */
export function calendarHeat(days: readonly HeatDay[], from: CalendarDate, to: CalendarDate): Drawing {
  const start = Date.parse(from);
  const monday = start - ((new Date(start).getUTCDay() + 6) % 7) * DAY;
  const weeks = Math.floor((Date.parse(to) - monday) / (7 * DAY)) + 1;
  const width = 1000 / weeks;
  const column = (day: number) => Math.floor((day - monday) / (7 * DAY));
  const squares = days.map(({ day, count, tip }): Mark => {
    const at = Date.parse(day);
    const weekday = (new Date(at).getUTCDay() + 6) % 7;
    return {
      kind: "box",
      look: `heat-${Math.min(3, count)}`,
      x: placed(column(at) * width + width * 0.08),
      y: TOP + weekday * CELL + 1,
      width: placed(width * 0.84),
      height: CELL - 2,
      tip,
    };
  });
  return {
    height: TOP + 7 * CELL + 4,
    marks: [
      { kind: "box", look: "sheet", x: 0, y: TOP, width: 1000, height: 7 * CELL },
      ...monthMarks(start, Date.parse(to), column, width),
      ...WEEKDAYS.flatMap((text, row): Mark[] =>
        text === ""
          ? []
          : [{ kind: "text", look: "tick", x: 0, y: TOP + row * CELL + 11, dx: -8, anchor: "end", text }],
      ),
      ...squares,
    ],
  };
}

/** A line and a name where a month begins. */
function monthMarks(from: number, to: number, column: (day: number) => number, width: number): Mark[] {
  const marks: Mark[] = [];
  const first = new Date(from);
  for (let month = 0; ; month++) {
    const at = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 1);
    if (at > to) return marks;
    if (at < from) continue;
    const x = placed(column(at) * width);
    marks.push({ kind: "line", look: "rule", x1: x, y1: TOP - 4, x2: x, y2: TOP + 7 * CELL });
    if (x < 965)
      marks.push({
        kind: "text",
        // A phone has room for every second name.
        look: month % 2 === 0 ? "tick" : "tick-spare",
        x,
        y: TOP - 6,
        dx: 2,
        anchor: "start",
        text: MONTHS[new Date(at).getUTCMonth()]!,
      });
  }
}
