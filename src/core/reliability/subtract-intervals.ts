import { type Interval, mergeIntervals } from "./intervals.ts";

/** What of an interval, or of a piece that has one, lies in none of others: its parts in order. */
export function subtractIntervals<T extends Interval>(piece: T, others: readonly Interval[]): T[] {
  const left: T[] = [];
  let from = piece.from;
  for (const other of mergeIntervals(others)) {
    if (other.to <= from) continue;
    if (other.from >= piece.to) break;
    if (other.from > from) left.push({ ...piece, from, to: other.from });
    from = other.to;
  }
  if (from < piece.to) left.push({ ...piece, from });
  return left;
}
