import type { Entry, KnowledgeBase } from "../../knowledge-base/knowledge-base.ts";
import { milestoneTime } from "../../reliability/milestone-time.ts";

/** What an incident has in common with another, by kind. */
const TRAITS = ["factor", "trigger", "service"] as const;
type Trait = (typeof TRAITS)[number];

/** How much a shared trait says: services are shared by many. */
const WEIGHT: Readonly<Record<Trait, number>> = { factor: 3, trigger: 2, service: 1 };
/** Below it, two incidents merely happened in the same house. */
const LEAST = 5;
/** Of a trait that many share only the nearest in time are looked at, so that a thousand incidents stay cheap. */
const NEIGHBOURS = 15;

/** The incidents that share most factors, the trigger and services with one, each with what it shares in words. */
export function likeIncidents(
  { incidents, taxonomy, look }: Pick<KnowledgeBase, "incidents" | "taxonomy" | "look">,
  incident: Entry<"incident">,
  most: number,
): { incident: Entry<"incident">; reason: string }[] {
  const book = bookOf(incidents);
  const shared = new Map<Entry<"incident">, { trait: Trait; id: string }[]>();
  for (const own of traitsOf(incident))
    for (const other of neighbours(book.get(key(own)) ?? [], incident))
      shared.set(other, [...(shared.get(other) ?? []), own]);
  const name = ({ trait, id }: { trait: Trait; id: string }) =>
    trait === "service"
      ? (look.service.get(id)?.data.title ?? id)
      : (taxonomy[trait === "factor" ? "factors" : "triggers"].find((term) => term.id === id)?.name ?? id);
  return [...shared]
    .map(([other, traits]) => ({
      other,
      traits,
      weight: traits.reduce((sum, { trait }) => sum + WEIGHT[trait], 0),
    }))
    .filter(({ weight }) => weight >= LEAST)
    .sort((a, b) => b.weight - a.weight || (a.other.id < b.other.id ? 1 : -1))
    .slice(0, most)
    .map(({ other, traits }) => ({
      incident: other,
      reason: `the same ${TRAITS.flatMap((trait) => sharedWords(trait, traits.filter((each) => each.trait === trait).map(name))).join("; ")}`,
    }));
}

function sharedWords(trait: Trait, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${names.length > 1 ? `${trait}s` : trait} ${names.join(", ")}`];
}

function traitsOf({ data }: Entry<"incident">): { trait: Trait; id: string }[] {
  return [...new Set(data.factors.map((each) => (typeof each === "string" ? each : each.factor)))]
    .map((id): { trait: Trait; id: string } => ({ trait: "factor", id }))
    .concat(data.trigger === undefined ? [] : [{ trait: "trigger", id: data.trigger }])
    .concat([...new Set(data.services)].map((id) => ({ trait: "service", id })));
}

function key({ trait, id }: { trait: Trait; id: string }): string {
  return `${trait} ${id}`;
}

type Book = ReadonlyMap<string, readonly Entry<"incident">[]>;
const books = new WeakMap<KnowledgeBase["incidents"], Book>();

/** The incidents of each trait in order of time, made once for all that ask. */
function bookOf(incidents: KnowledgeBase["incidents"]): Book {
  const known = books.get(incidents);
  if (known) return known;
  const made = new Map<string, Entry<"incident">[]>();
  for (const incident of [...incidents].sort((a, b) => when(a) - when(b)))
    for (const trait of traitsOf(incident)) {
      const group = made.get(key(trait));
      if (group) group.push(incident);
      else made.set(key(trait), [incident]);
    }
  books.set(incidents, made);
  return made;
}

function neighbours(
  group: readonly Entry<"incident">[],
  own: Entry<"incident">,
): readonly Entry<"incident">[] {
  let [low, high] = [0, group.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (when(group[middle]!) < when(own)) low = middle + 1;
    else high = middle;
  }
  return group.slice(Math.max(0, low - NEIGHBOURS), low + NEIGHBOURS + 1).filter(({ id }) => id !== own.id);
}

function when({ data }: Entry<"incident">): number {
  return milestoneTime(data, "detected") ?? 0;
}
