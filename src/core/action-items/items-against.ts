import { grouped } from "../grouped.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { beganAt } from "../reliability/measures/slices.ts";
import { factorsOf } from "../taxonomy/factors-of.ts";
import { type CalendarDate, dateIn } from "../time.ts";
import { allActionItems, type PlacedItem } from "./all-action-items.ts";
import { bearingOn } from "./bearing-on.ts";

/** For any incident: the items that bear on it and were agreed before the day on which it began, in the order of the files. */
export function itemsAgainst(knowledgeBase: KnowledgeBase): ItemsAgainst {
  const known = books.get(knowledgeBase);
  if (known) return known;
  const book = bookOf(knowledgeBase);
  books.set(knowledgeBase, book);
  return book;
}

type ItemsAgainst = (incident: Entry<"incident">) => readonly PlacedItem[];

// Figures ask for every slice: each answer is found once.
const books = new WeakMap<KnowledgeBase, ItemsAgainst>();

function bookOf(knowledgeBase: KnowledgeBase): ItemsAgainst {
  const items = allActionItems(knowledgeBase);
  const bySignature = grouped(items, ({ item }) => (item.signature === undefined ? [] : [item.signature]));
  const byFactor = grouped(items, ({ item }) => new Set(item.factors));
  const order = new Map(items.map((placed, index) => [placed, index]));
  const zone = knowledgeBase.site.timeZone;
  const answers = new WeakMap<Entry<"incident">, readonly PlacedItem[]>();
  return (incident) => {
    const known = answers.get(incident);
    if (known) return known;
    const answer = find(incident);
    answers.set(incident, answer);
    return answer;
  };

  function find(incident: Entry<"incident">): PlacedItem[] {
    const { data } = incident;
    const day: CalendarDate = dateIn(beganAt(incident), zone);
    const alike = factorsOf(data).flatMap((factor) => byFactor.get(factor) ?? []);
    const same = data.signature === undefined ? [] : (bySignature.get(data.signature) ?? []);
    return [...new Set([...same, ...alike])]
      .filter(({ item }) => item.opened < day && bearingOn(item, data) !== undefined)
      .sort((a, b) => order.get(a)! - order.get(b)!);
  }
}
