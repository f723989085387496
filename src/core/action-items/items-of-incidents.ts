import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { allActionItems, type PlacedItem } from "./all-action-items.ts";

/** The items that follow from some incidents, in their records and their postmortems, in the order of the files. */
export function itemsOfIncidents(
  knowledgeBase: Pick<KnowledgeBase, "incidents" | "postmortems" | "gameDays">,
  incidents: Iterable<string>,
): PlacedItem[] {
  const items = allActionItems(knowledgeBase);
  const book = books.get(items) ?? placesByIncident(items);
  books.set(items, book);
  const places = new Set<number>();
  for (const id of incidents) for (const place of book.get(id) ?? []) places.add(place);
  return [...places].sort((a, b) => a - b).map((place) => items[place]!);
}

// Each slice of each figure asks; looking through thousands of items every time was most of the work.
const books = new WeakMap<readonly PlacedItem[], ReadonlyMap<string, readonly number[]>>();

function placesByIncident(items: readonly PlacedItem[]): ReadonlyMap<string, readonly number[]> {
  const book = new Map<string, number[]>();
  for (const [place, { entry }] of items.entries()) {
    if (entry.kind === "game-day") continue;
    for (const id of entry.kind === "incident" ? [entry.id] : entry.data.incidents) {
      const places = book.get(id);
      if (places) places.push(place);
      else book.set(id, [place]);
    }
  }
  return book;
}
