import { grouped } from "../../grouped.ts";
import type { Entry, KnowledgeBase } from "../../knowledge-base/knowledge-base.ts";
import { milestoneTime } from "../../reliability/milestone-time.ts";
import { factorsOf } from "../../taxonomy/factors-of.ts";
import { similarTexts } from "../../text/similar-texts.ts";
import { incidentText } from "./incident-text.ts";

/** What an incident has in common with another, by kind. */
const TRAITS = ["factor", "trigger", "service"] as const;
type Trait = (typeof TRAITS)[number];

/** How much a shared trait says: services are shared by many. */
const WEIGHT: Readonly<Record<Trait, number>> = { factor: 3, trigger: 2, service: 1 };
/** Below it, two incidents merely happened in the same house. */
const LEAST = 5;
/** How much the same words say: two that tell much of the same are as near as two that share a factor and a trigger. */
const WORDS_WEIGHT = 30;
/** Below it, a few words in common are said by chance. */
const LEAST_LIKENESS = 0.1;
/** So many of the words in common are named. */
const NAMED_WORDS = 4;
/** Of a trait that many share only the nearest in time are looked at, so that a thousand incidents stay cheap. */
const NEIGHBOURS = 15;

/**
 * The incidents that share most factors, the trigger and services with one, or tell much of the same in the same words,
 * each with what they have in common.
 */
export function likeIncidents(
  { incidents, taxonomy, look }: Pick<KnowledgeBase, "incidents" | "taxonomy" | "look">,
  incident: Entry<"incident">,
  most: number,
): { incident: Entry<"incident">; reason: string }[] {
  const { book, similar } = booksOf(incidents);
  const shared = new Map<Entry<"incident">, { trait: Trait; id: string }[]>();
  for (const own of traitsOf(incident))
    for (const other of neighbours(book.get(key(own)) ?? [], incident))
      shared.set(other, [...(shared.get(other) ?? []), own]);
  const told = new Map(
    similar(incidents.indexOf(incident))
      .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
      .map((each) => [incidents[each.text]!, each]),
  );
  const name = ({ trait, id }: { trait: Trait; id: string }) =>
    trait === "service"
      ? (look.service.get(id)?.data.title ?? id)
      : (taxonomy[trait === "factor" ? "factors" : "triggers"].find((term) => term.id === id)?.name ?? id);
  return [...new Set([...shared.keys(), ...told.keys()])]
    .map((other) => {
      const traits = shared.get(other) ?? [];
      const facts = traits.reduce((sum, { trait }) => sum + WEIGHT[trait], 0);
      return { other, traits, weight: facts + WORDS_WEIGHT * (told.get(other)?.likeness ?? 0) };
    })
    .filter(({ weight }) => weight >= LEAST)
    .sort((a, b) => b.weight - a.weight || (a.other.id < b.other.id ? 1 : -1))
    .slice(0, most)
    .map(({ other, traits }) => {
      const facts = TRAITS.flatMap((trait) =>
        sharedWords(trait, traits.filter((each) => each.trait === trait).map(name)),
      );
      const words = (told.get(other)?.words ?? []).slice(0, NAMED_WORDS);
      return {
        incident: other,
        reason: `the same ${[...facts, ...(words.length === 0 ? [] : [`words: ${words.join(", ")}`])].join("; ")}`,
      };
    });
}

function sharedWords(trait: Trait, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${names.length > 1 ? `${trait}s` : trait} ${names.join(", ")}`];
}

function traitsOf({ data }: Entry<"incident">): { trait: Trait; id: string }[] {
  return factorsOf(data)
    .map((id): { trait: Trait; id: string } => ({ trait: "factor", id }))
    .concat(data.trigger === undefined ? [] : [{ trait: "trigger", id: data.trigger }])
    .concat([...new Set(data.services)].map((id) => ({ trait: "service", id })));
}

function key({ trait, id }: { trait: Trait; id: string }): string {
  return `${trait} ${id}`;
}

interface Books {
  /** The incidents of each trait in order of time. */
  readonly book: ReadonlyMap<string, readonly Entry<"incident">[]>;
  readonly similar: ReturnType<typeof similarTexts>;
}

const books = new WeakMap<KnowledgeBase["incidents"], Books>();

/** What all incidents are compared by, made once for all that ask. */
function booksOf(incidents: KnowledgeBase["incidents"]): Books {
  const known = books.get(incidents);
  if (known) return known;
  const inTime = [...incidents].sort((a, b) => when(a) - when(b));
  const book = grouped(inTime, (incident) => traitsOf(incident).map(key));
  const both = { book, similar: similarTexts(incidents.map(incidentText)) };
  books.set(incidents, both);
  return both;
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
