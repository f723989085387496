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
  const bySignature = new Map<string, PlacedItem[]>();
  const byFactor = new Map<string, PlacedItem[]>();
  const order = new Map<PlacedItem, number>();
  for (const placed of allActionItems(knowledgeBase)) {
    order.set(placed, order.size);
    const { signature, factors } = placed.item;
    if (signature !== undefined) add(bySignature, signature, placed);
    for (const factor of new Set(factors)) add(byFactor, factor, placed);
  }
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

function add(map: Map<string, PlacedItem[]>, key: string, placed: PlacedItem): void {
  const list = map.get(key);
  if (list) list.push(placed);
  else map.set(key, [placed]);
}
