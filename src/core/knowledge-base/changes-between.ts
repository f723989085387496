import { type Epoch, epochOf } from "../time.ts";
import type { Entry, KnowledgeBase } from "./knowledge-base.ts";

/** One change of a change log. */
export type Change = Entry<"changes">["data"]["changes"][number];

/** The changes of all logs that went live from an instant to another, both included, oldest first. */
export function changesBetween(
  { changeLogs }: Pick<KnowledgeBase, "changeLogs">,
  from: Epoch,
  to: Epoch,
): readonly Change[] {
  const { inOrder, instants } = bookOf(changeLogs);
  return inOrder.slice(firstAtOrAfter(instants, from), firstAtOrAfter(instants, to + 1));
}

/** A change by its id. */
export function changeById(
  { changeLogs }: Pick<KnowledgeBase, "changeLogs">,
  id: string,
): Change | undefined {
  return bookOf(changeLogs).byId.get(id);
}

/** The changes of a service, oldest first. */
export function changesOfService(
  { changeLogs }: Pick<KnowledgeBase, "changeLogs">,
  service: string,
): readonly Change[] {
  return bookOf(changeLogs).byService.get(service) ?? [];
}

interface Book {
  readonly inOrder: readonly Change[];
  readonly instants: readonly Epoch[];
  readonly byId: ReadonlyMap<string, Change>;
  readonly byService: ReadonlyMap<string, readonly Change[]>;
}

// Sorted once for all incidents that ask: with a month of changes a day, sorting for each would be most of a build.
const books = new WeakMap<KnowledgeBase["changeLogs"], Book>();

function bookOf(changeLogs: KnowledgeBase["changeLogs"]): Book {
  const known = books.get(changeLogs);
  if (known) return known;
  const dated = changeLogs
    .flatMap(({ data }) => data.changes.map((change) => ({ change, at: epochOf(change.at) })))
    .sort((a, b) => a.at - b.at || (a.change.id < b.change.id ? -1 : 1));
  const byService = new Map<string, Change[]>();
  for (const { change } of dated)
    for (const service of new Set(change.services)) {
      const own = byService.get(service);
      if (own) own.push(change);
      else byService.set(service, [change]);
    }
  const book = {
    inOrder: dated.map(({ change }) => change),
    instants: dated.map(({ at }) => at),
    byId: new Map(dated.map(({ change }) => [change.id, change])),
    byService,
  };
  books.set(changeLogs, book);
  return book;
}

function firstAtOrAfter(instants: readonly Epoch[], at: Epoch): number {
  let [low, high] = [0, instants.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (instants[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
