import { grouped } from "../../grouped.ts";
import type { Entry, KnowledgeBase } from "../../knowledge-base/knowledge-base.ts";
import { factorsOf } from "../../taxonomy/factors-of.ts";
import type { Epoch } from "../../time.ts";
import type { Interval } from "../intervals.ts";
import { milestoneTime } from "../milestone-time.ts";
import type { Dimension, Scope, Slice } from "./measure.ts";

/** Started, or detected where the start is unknown: the instant that decides to which period an incident belongs. */
export function beganAt({ data }: Entry<"incident">): Epoch {
  return milestoneTime(data, "started") ?? milestoneTime(data, "detected")!;
}

/** The values that an incident has in a dimension; several for services, layers and factors. */
export function valuesOf({ data }: Entry<"incident">, by: Dimension): readonly string[] {
  switch (by) {
    case "service":
      return [...new Set([...data.services, ...data.impact.map(({ service }) => service)])];
    case "severity":
      return [data.severity.final ?? data.severity.peak];
    case "team":
      return data.team === undefined ? [] : [data.team];
    case "layer":
      return [...new Set(data.layers)];
    case "trigger":
      return data.trigger === undefined ? [] : [data.trigger];
    case "factor":
      return factorsOf(data);
    case "detection":
      return data.detection === undefined ? [] : [data.detection.source];
  }
}

/** All cases of a period. */
export function scopeOf(knowledgeBase: KnowledgeBase, period: Interval, now: Epoch): Scope {
  const incidents = knowledgeBase.incidents.filter((incident) => {
    const began = beganAt(incident);
    return period.from <= began && began < period.to;
  });
  return { knowledgeBase, now, period, incidents };
}

/** The same cases parted by the values of a dimension, in the order of the values; one pass over the incidents. */
export function scopesBy(scope: Scope, by: Dimension): Scope[] {
  const groups = grouped(scope.incidents, (incident) => valuesOf(incident, by));
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([value, incidents]) => ({ ...scope, slice: { by, value }, incidents }));
}

/** The cases of one value, also where there are none. */
export function scopeIn(scope: Scope, slice: Slice): Scope {
  const incidents = scope.incidents.filter((incident) => valuesOf(incident, slice.by).includes(slice.value));
  return { ...scope, slice, incidents };
}
