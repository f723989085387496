import { grouped } from "../grouped.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { milestoneTime } from "../reliability/milestone-time.ts";
import type { ActionItem } from "../schemas/action-item.ts";
import { factorsOf } from "../taxonomy/factors-of.ts";
import { type Bearing, bearingOn } from "./bearing-on.ts";

/** An incident that an item would have changed, and what they have in common. */
export interface BorneOn extends Bearing {
  readonly incident: Entry<"incident">;
}

/** The incidents that an item would have prevented, noticed or shortened, newest first. */
export function incidentsBorneOn(
  { incidents }: Pick<KnowledgeBase, "incidents">,
  item: Pick<ActionItem, "signature" | "factors" | "services">,
): BorneOn[] {
  const { order, bySignature, byFactor, byFactorAndService } = indexOf(incidents);
  const same = item.signature === undefined ? [] : (bySignature.get(item.signature) ?? []);
  const alike = item.factors.flatMap((factor) =>
    item.services.length === 0
      ? (byFactor.get(factor) ?? [])
      : item.services.flatMap((service) => byFactorAndService.get(pair(factor, service)) ?? []),
  );
  return [...new Set([...same, ...alike])]
    .sort((a, b) => order.get(a)! - order.get(b)!)
    .flatMap((incident) => {
      const bearing = bearingOn(item, incident.data);
      return bearing === undefined ? [] : [{ incident, ...bearing }];
    });
}

type Index = ReadonlyMap<string, readonly Entry<"incident">[]>;

interface Indexes {
  /** Places of the incidents, newest first. */
  readonly order: ReadonlyMap<Entry<"incident">, number>;
  readonly bySignature: Index;
  readonly byFactor: Index;
  readonly byFactorAndService: Index;
}

// The board asks for every item: with thousands of both, looking at every incident each time is what costs.
const indexes = new WeakMap<KnowledgeBase["incidents"], Indexes>();

function indexOf(incidents: KnowledgeBase["incidents"]): Indexes {
  const known = indexes.get(incidents);
  if (known) return known;
  const sorted = [...incidents].sort((a, b) => detectedAt(b) - detectedAt(a) || (a.id < b.id ? 1 : -1));
  const by = (keysOf: (incident: Entry<"incident">) => readonly string[]): Index => grouped(sorted, keysOf);
  const made: Indexes = {
    order: new Map(sorted.map((incident, place) => [incident, place])),
    bySignature: by(({ data }) => (data.signature === undefined ? [] : [data.signature])),
    byFactor: by(({ data }) => factorsOf(data)),
    byFactorAndService: by(({ data }) =>
      factorsOf(data).flatMap((factor) => data.services.map((service) => pair(factor, service))),
    ),
  };
  indexes.set(incidents, made);
  return made;
}

function pair(factor: string, service: string): string {
  return `${factor}\n${service}`;
}

function detectedAt({ data }: Entry<"incident">): number {
  return milestoneTime(data, "detected") ?? 0;
}
