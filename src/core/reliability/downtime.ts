import type { Entry } from "../knowledge-base/knowledge-base.ts";
import type { Incident } from "../schemas/incident.ts";
import { type Epoch, epochOf } from "../time.ts";
import { impactWeight, type Weighting } from "./impact-weight.ts";
import type { Interval } from "./intervals.ts";
import { milestoneTime } from "./milestone-time.ts";

/** A time in which a service was hurt, by which incident, and how much of it counts. */
export interface WeightedInterval extends Interval {
  readonly weight: number;
  /** Id of the incident. */
  readonly incident: string;
}

/**
 * What one incident did to a service: its impact intervals, or where it has none started → mitigated or resolved, as a
 * partial outage. What still lasts counts up to now, and nothing after it.
 */
export function weightedImpact(
  { id, data }: Entry<"incident">,
  service: string,
  weighting: Weighting,
  now: Epoch,
): WeightedInterval[] {
  return readImpact(data, service)
    .map(({ from, to, impact }) => ({
      from,
      to: Math.min(to ?? now, now),
      weight: impactWeight(impact, weighting),
      incident: id,
    }))
    .filter(({ from, to, weight }) => from < to && weight > 0);
}

/**
 * What incidents did to a service, of what touches a time: unclipped, in the order of the incidents. The list is the key of
 * what was read of it, so hand over one that stays the same, such as `look.incidentsOf`.
 */
export function weightedImpactWithin(
  incidents: readonly Entry<"incident">[],
  service: string,
  weighting: Weighting,
  now: Epoch,
  within: Interval,
): WeightedInterval[] {
  const weighted: WeightedInterval[] = [];
  for (const { from, to, impact, incident } of impactsOf(incidents, service)) {
    const end = Math.min(to ?? now, now);
    if (end <= from || end <= within.from || from >= within.to) continue;
    const weight = impactWeight(impact, weighting);
    if (weight > 0) weighted.push({ from, to: end, weight, incident });
  }
  return weighted;
}

/** What a record says of one service, as instants. */
interface RecordedImpact {
  readonly from: Epoch;
  readonly to?: Epoch | undefined;
  readonly impact: Parameters<typeof impactWeight>[0];
}

type PlacedImpact = RecordedImpact & { readonly incident: string };

// Every budget, burn rate and bar asks for the same intervals; reading their instants each time was most of the work.
const books = new WeakMap<readonly Entry<"incident">[], Map<string, readonly PlacedImpact[]>>();

function impactsOf(incidents: readonly Entry<"incident">[], service: string): readonly PlacedImpact[] {
  const services = books.get(incidents) ?? new Map<string, readonly PlacedImpact[]>();
  books.set(incidents, services);
  const known =
    services.get(service) ??
    incidents.flatMap(({ id, data }) =>
      readImpact(data, service).map((impact) => ({ ...impact, incident: id })),
    );
  services.set(service, known);
  return known;
}

function readImpact(data: Incident, service: string): readonly RecordedImpact[] {
  const own = data.impact.filter((impact) => impact.service === service);
  if (own.length > 0)
    return own.map((impact) => ({
      from: epochOf(impact.from),
      to: impact.to === undefined ? undefined : epochOf(impact.to),
      impact,
    }));
  const from = milestoneTime(data, "started");
  if (!data.services.includes(service) || data.nearMiss || from === undefined) return [];
  const to = milestoneTime(data, "mitigated") ?? milestoneTime(data, "resolved");
  return [{ from, to, impact: { level: "partial_outage" } }];
}

/**
 * Overlapping times as disjoint ones in order, each with the heaviest weight that lay over it and the incident that
 * brought it (of equal ones the earlier begun, then by id), so that every instant counts once.
 */
export function heaviest(intervals: readonly WeightedInterval[]): WeightedInterval[] {
  const byStart = intervals.filter(({ from, to }) => from < to).sort(compareStart);
  const heap = new Heap(heavier);
  const pieces: WeightedInterval[] = [];
  let next = 0;
  let at = Number.NEGATIVE_INFINITY;
  while (next < byStart.length || heap.top !== undefined) {
    while (heap.top !== undefined && heap.top.to <= at) heap.pop();
    const top = heap.top;
    if (top === undefined) {
      if (next >= byStart.length) break;
      at = byStart[next]!.from;
    }
    while (next < byStart.length && byStart[next]!.from <= at) heap.push(byStart[next++]!);
    const leading = heap.top!;
    if (leading.to <= at) continue;
    const until = Math.min(leading.to, byStart[next]?.from ?? Number.POSITIVE_INFINITY);
    append(pieces, { ...leading, from: at, to: until });
    at = until;
  }
  return pieces;
}

/** Weighted length of disjoint times within a window, in milliseconds: Σ weight × length. */
export function weightedLength(
  pieces: readonly (Interval & { readonly weight: number })[],
  window: Interval,
): number {
  return pieces.reduce((sum, { from, to, weight }) => {
    const length = Math.min(to, window.to) - Math.max(from, window.from);
    return length > 0 ? sum + weight * length : sum;
  }, 0);
}

function append(pieces: WeightedInterval[], piece: WeightedInterval): void {
  const last = pieces.at(-1);
  if (last && last.to === piece.from && last.incident === piece.incident && last.weight === piece.weight)
    pieces[pieces.length - 1] = { ...last, to: piece.to };
  else pieces.push(piece);
}

function compareStart(a: WeightedInterval, b: WeightedInterval): number {
  return a.from - b.from || (a.incident < b.incident ? -1 : a.incident > b.incident ? 1 : 0);
}

function heavier(a: WeightedInterval, b: WeightedInterval): number {
  return b.weight - a.weight || compareStart(a, b);
}

/** A binary heap: the first by an order is always on top. */
class Heap {
  readonly #order: (a: WeightedInterval, b: WeightedInterval) => number;
  readonly #items: WeightedInterval[] = [];

  constructor(order: (a: WeightedInterval, b: WeightedInterval) => number) {
    this.#order = order;
  }

  get top(): WeightedInterval | undefined {
    return this.#items[0];
  }

  push(item: WeightedInterval): void {
    const items = this.#items;
    let at = items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#order(items[at]!, items[parent]!) >= 0) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  pop(): void {
    const items = this.#items;
    const last = items.pop();
    if (last === undefined || items.length === 0) return;
    items[0] = last;
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const right = left + 1;
      let first = at;
      if (left < items.length && this.#order(items[left]!, items[first]!) < 0) first = left;
      if (right < items.length && this.#order(items[right]!, items[first]!) < 0) first = right;
      if (first === at) break;
      this.#swap(at, first);
      at = first;
    }
  }

  #swap(a: number, b: number): void {
    const items = this.#items;
    [items[a], items[b]] = [items[b]!, items[a]!];
  }
}
