import type { FieldPath } from "../../finding.ts";
import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { poissonInterval } from "../statistics/poisson-interval.ts";
import { shareInterval } from "../statistics/share-interval.ts";
import { noCases } from "./duration-outcome.ts";
import type { FigureValue, Input, LeftOut, Part, Scope } from "./measure.ts";

const DAY = 86_400_000;

/** An incident as a case that counts. */
export function inputOf(
  incident: Entry<"incident">,
  fields: readonly FieldPath[],
  value: number | string,
): Input {
  return { file: incident.file, id: incident.id, title: incident.data.title, fields, value };
}

/** An incident as a case that does not. */
export function leftOutOf(incident: Entry<"incident">, why: string, field?: FieldPath): LeftOut {
  const named = { file: incident.file, id: incident.id, title: incident.data.title, why };
  return field === undefined ? named : { ...named, field };
}

/** A count with its exact interval; 0 is a count, since having none is a fact. */
export function countValue(scope: Scope, count: number, parts?: readonly Part[]): FigureValue {
  // A period that lasts has only the days up to now.
  const days = (Math.min(scope.period.to, Math.max(scope.now, scope.period.from)) - scope.period.from) / DAY;
  return {
    kind: "count",
    count,
    interval: poissonInterval(count),
    days,
    ...(parts === undefined ? {} : { parts }),
  };
}

/** A share with its interval; none where there is no case. */
export function shareValue(scope: Scope, part: number, whole: number, leftOut = 0): FigureValue {
  const interval = shareInterval(part, whole);
  return interval === undefined
    ? { kind: "none", why: noCases(scope, leftOut) }
    : { kind: "share", part, whole, interval };
}

/** How often each name occurs, most often first. */
export function partsOf(names: Iterable<string>): Part[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, value]) => ({ name, value }))
    .sort((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1));
}
