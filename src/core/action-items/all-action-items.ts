import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import type { ActionItem } from "../schemas/action-item.ts";

/** Kinds of entry that carry action items. */
export type ItemCarrier = Entry<"incident"> | Entry<"postmortem"> | Entry<"game-day">;

/** An action item and where it stands. */
export interface PlacedItem {
  readonly item: ActionItem;
  readonly entry: ItemCarrier;
  /** Position in the entry's list, from 0. */
  readonly index: number;
}

/** Every action item of the knowledge base, by incident, postmortem and game day, in the order of the files. */
export function allActionItems(
  knowledgeBase: Pick<KnowledgeBase, "incidents" | "postmortems" | "gameDays">,
): readonly PlacedItem[] {
  const known = lists.get(knowledgeBase.postmortems);
  if (known && known.incidents === knowledgeBase.incidents && known.gameDays === knowledgeBase.gameDays)
    return known.items;
  const carriers: readonly ItemCarrier[] = [
    ...knowledgeBase.incidents,
    ...knowledgeBase.postmortems,
    ...knowledgeBase.gameDays,
  ];
  const items = carriers.flatMap((entry) =>
    entry.data.actionItems.map((item, index) => ({ item, entry, index })),
  );
  const { incidents, gameDays } = knowledgeBase;
  lists.set(knowledgeBase.postmortems, { incidents, gameDays, items });
  return items;
}

// Every list and figure of action items begins here, and with thousands of them gathering is what costs.
const lists = new WeakMap<
  KnowledgeBase["postmortems"],
  Pick<KnowledgeBase, "incidents" | "gameDays"> & { readonly items: readonly PlacedItem[] }
>();
