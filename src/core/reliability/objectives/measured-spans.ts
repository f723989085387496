import type { Entry, KnowledgeBase } from "../../knowledge-base/knowledge-base.ts";
import type { Measurement } from "../../schemas/logs.ts";
import { type Epoch, epochOf } from "../../time.ts";
import type { Interval } from "../intervals.ts";

/** Whose objective it is, and which. */
export interface MeasuredObjective {
  readonly of: "service" | "journey";
  /** Id of the service or journey. */
  readonly owner: string;
  readonly objective: { readonly id: string };
}

/** A day, or the part of one that lies in a time, with its events; they are taken to be spread evenly over the day. */
export interface MeasuredSpan extends Interval {
  readonly good: number;
  readonly total: number;
  /** The snapshot, and the place of the day in it. */
  readonly snapshot: Entry<"measurement">;
  readonly index: number;
}

const DAY = 86_400_000;

/** The days of UTC that were measured of an objective within a time, in order; of several snapshots of a day the newest counts. */
export function measuredSpans(
  { measurements }: Pick<KnowledgeBase, "measurements">,
  { of, owner, objective }: MeasuredObjective,
  within: Interval,
): MeasuredSpan[] {
  const book = books.get(measurements) ?? daysByObjective(measurements);
  books.set(measurements, book);
  return (book.get(keyOf(of, owner, objective.id)) ?? []).flatMap((day) => {
    const from = Math.max(day.from, within.from);
    const to = Math.min(day.to, within.to);
    if (from >= to) return [];
    const part = (to - from) / (day.to - day.from);
    return [{ ...day, from, to, good: day.good * part, total: day.total * part }];
  });
}

// Every budget, burn rate and page asks for the same days.
const books = new WeakMap<KnowledgeBase["measurements"], ReadonlyMap<string, readonly MeasuredSpan[]>>();

function daysByObjective(
  measurements: KnowledgeBase["measurements"],
): ReadonlyMap<string, readonly MeasuredSpan[]> {
  const days = new Map<string, Map<string, MeasuredSpan>>();
  const taken = ({ data, id }: Entry<"measurement">) => [epochOf(data.taken), id] as const;
  for (const snapshot of [...measurements].sort((a, b) => compare(taken(a), taken(b)))) {
    const { data } = snapshot;
    const key = keyOf(...ownerOf(data), data.objective);
    const known = days.get(key) ?? new Map<string, MeasuredSpan>();
    days.set(key, known);
    for (const [index, { date, good, total }] of data.days.entries()) {
      const from = Date.parse(`${date}T00:00:00Z`);
      // A day that was read before it was over is measured up to then.
      const to = Math.min(from + DAY, epochOf(data.taken));
      if (from < to) known.set(date, { from, to, good: Math.min(good, total), total, snapshot, index });
    }
  }
  return new Map([...days].map(([key, list]) => [key, [...list.values()].sort((a, b) => a.from - b.from)]));
}

/** Whose objective was measured. */
export function ownerOf({ service, journey }: Measurement): readonly ["service" | "journey", string] {
  return service === undefined ? ["journey", journey ?? ""] : ["service", service];
}

function keyOf(of: "service" | "journey", owner: string, objective: string): string {
  return `${of}/${owner}/${objective}`;
}

function compare([a, x]: readonly [Epoch, string], [b, y]: readonly [Epoch, string]): number {
  return a - b || (x < y ? -1 : 1);
}
