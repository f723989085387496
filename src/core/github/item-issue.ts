import type { PlacedItem } from "../action-items/all-action-items.ts";
import { isOverdue } from "../action-items/is-overdue.ts";
import { addressOf } from "../addresses.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import type { Epoch } from "../time.ts";
import { bodyOf, markedBody } from "./issue-body.ts";
import { loginsOf } from "./logins-of.ts";
import { safeInline, safeLine } from "./safe-text.ts";

/** The issue of an action item as it is to be. */
export interface ItemIssue {
  readonly key: string;
  readonly title: string;
  /** Without its mark. */
  readonly body: string;
  /** The labels that are ours to set and to take away. */
  readonly labels: readonly [string, ...string[]];
  readonly assignees: readonly string[];
}

/** By it the issues of action items are found. */
export const ITEM_LABEL = "action-item";
/** GitHub takes no more. */
const MOST_ASSIGNEES = 10;

/** The key of an item's issue. */
export function itemKey(item: string): string {
  return `action-item/${item}`;
}

/** The item that a key stands for. */
export function itemOfKey(key: string): string | undefined {
  return /^action-item\/(.+)$/.exec(key)?.[1];
}

/** What an item's issue is to say, carry and be. */
export function itemIssue(knowledgeBase: KnowledgeBase, { item, entry }: PlacedItem, now: Epoch): ItemIssue {
  const { site, look } = knowledgeBase;
  const address = entry.kind === "game-day" ? "/actions/" : addressOf(entry.kind, entry.id);
  const owner =
    item.owner === undefined ? "nobody yet" : (look.team.get(item.owner)?.name ?? `\`${item.owner}\``);
  const last = item.slips.at(-1);
  const overdue = isOverdue(item, now, site.timeZone);
  return {
    key: itemKey(item.id),
    title: safeLine(item.title),
    body: bodyOf([
      stateLine(item.status, item.done ?? item.dropped),
      [
        `- **Owner:** ${owner.startsWith("`") ? owner : safeInline(owner)}`,
        `- **Due:** ${item.due ?? "no day is set"}${last === undefined ? "" : `, moved to ${last.to}: ${safeInline(last.reason)}`}`,
        `- **Priority:** ${item.priority}`,
        `- **Kind:** ${item.kind}${item.strength === undefined ? "" : `, ${item.strength}`}`,
        ...(item.waiver === undefined
          ? []
          : [`- **May be late until** ${item.waiver.until}: ${safeInline(item.waiver.reason)}`]),
        ...(item.reason === undefined ? [] : [`- **Why:** ${safeInline(item.reason)}`]),
      ].join("\n"),
      `Agreed on ${item.opened} in [${safeInline(entry.data.title)}](${site.url}${address.slice(1)}#${item.id}), \`${entry.file}\`.`,
      "Close this issue when it is done: a pull request then says so in that file. Whatever else changes, change it there; this text is written anew from it.",
    ]),
    labels: [ITEM_LABEL, `priority: ${item.priority}`, ...(overdue ? ["overdue"] : [])],
    assignees: item.owner === undefined ? [] : loginsOf(knowledgeBase, item.owner).slice(0, MOST_ASSIGNEES),
  };
}

/** Whether a label of an item's issue is ours. */
export function isItemLabel(label: string): boolean {
  return label === ITEM_LABEL || label === "overdue" || label.startsWith("priority: ");
}

/** The body as it stands on GitHub. */
export function itemBody({ body, key }: ItemIssue): string {
  return markedBody(body, key);
}

/** The first line: by it a later run knows whether content or a person closed the issue. */
function stateLine(status: string, day: string | undefined): string {
  return `**State:** ${status}${day === undefined ? "" : ` since ${day}`}`;
}

/** The state that a body tells, as content had it when it was written. */
export function stateTold(body: string | null | undefined): string | undefined {
  return /^\*\*State:\*\* ([a-z-]+)/.exec(body ?? "")?.[1];
}
