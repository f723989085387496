import type { PlacedItem } from "../action-items/all-action-items.ts";
import { isOverdue, isPastDue } from "../action-items/is-overdue.ts";
import { waiverState } from "../action-items/waiver-state.ts";
import { addressOf } from "../addresses.ts";
import type { ShownActionItem } from "../markdown/components/draw-action-items.ts";
import type { ActionItem } from "../schemas/action-item.ts";
import { dateWords } from "../words/instant-words.ts";
import type { Shown, ShownState } from "./shown.ts";
import { href, shownOwner, type ViewContext } from "./view-context.ts";

/** One action item on a list. */
export interface ActionItemRow {
  readonly id: string;
  readonly title: string;
  /** Where it was agreed, at its own line. */
  readonly url: string;
  /** Its line on the board, which holds all that is known of it; absent where this reader has no board. */
  readonly board?: string;
  readonly from: Shown;
  readonly kind: string;
  readonly priority: string;
  readonly owner?: Shown;
  readonly due?: string;
  /** Later due dates in words, each a slip. */
  readonly slips: readonly string[];
  readonly state: ShownState;
  readonly note?: string;
  readonly tracker?: string;
}

/** One action item as a row. */
export function actionItemRow(context: ViewContext, { item, entry }: PlacedItem): ActionItemRow {
  const owner = shownOwner(context, item.owner);
  const address = entry.kind === "game-day" ? "/actions/" : addressOf(entry.kind, entry.id);
  const home = href(context, address);
  return {
    id: item.id,
    title: item.title,
    url: `${home}#${item.id}`,
    from: { id: entry.id, title: entry.data.title, url: home },
    ...(context.projection.reader.internal ? { board: href(context, `/actions/#${item.id}`) } : {}),
    kind: item.kind,
    priority: item.priority,
    ...(owner === undefined ? {} : { owner }),
    ...(item.due === undefined ? {} : { due: dateWords(item.due) }),
    slips: item.slips.map(({ to, reason }) => `moved to ${dateWords(to)}: ${reason}`),
    state: itemState(context, item),
    ...(item.reason === undefined ? {} : { note: item.reason }),
    ...(item.tracker === undefined ? {} : { tracker: item.tracker }),
  };
}

/** One action item in the table of its own document. */
export function shownActionItem(context: ViewContext, item: ActionItem): ShownActionItem {
  const state = itemState(context, item);
  const owner = shownOwner(context, item.owner);
  return {
    id: item.id,
    title: item.title,
    kind: item.kind,
    ...(owner === undefined ? {} : { owner: owner.title }),
    ...(item.due === undefined ? {} : { due: dateWords(item.due) }),
    state: state.word,
    shape: state.shape,
    stateId: state.id,
    ...(item.tracker === undefined ? {} : { tracker: item.tracker }),
  };
}

/** State of an item with what is late about it. */
export function itemState(context: ViewContext, item: ActionItem): ShownState {
  const zone = context.projection.site.timeZone;
  if (isOverdue(item, context.now, zone))
    return { id: "overdue", word: item.status === "blocked" ? "Overdue, blocked" : "Overdue", shape: "■" };
  if (isPastDue(item, context.now, zone) && waiverState(item, context.now, zone) === "live")
    return { id: "waived", word: "Late, with waiver", shape: "◆" };
  return { id: item.status, ...WORDS[item.status] };
}

const WORDS: Readonly<Record<ActionItem["status"], { word: string; shape: string }>> = {
  open: { word: "Open", shape: "○" },
  "in-progress": { word: "In progress", shape: "◐" },
  blocked: { word: "Blocked", shape: "▲" },
  done: { word: "Done", shape: "✓" },
  dropped: { word: "Dropped", shape: "–" },
};
