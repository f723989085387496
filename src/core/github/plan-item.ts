import type { PlacedItem } from "../action-items/all-action-items.ts";
import { isOverdue, isUnfinished } from "../action-items/is-overdue.ts";
import { isoWeek } from "../iso-week.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { dateIn, type Epoch } from "../time.ts";
import type { IssueAnswer } from "./answers.ts";
import type { GitHubEffect } from "./github-effect.ts";
import type { PlannedEffect } from "./github-plan.ts";
import { isItemLabel, itemBody, itemIssue, stateTold } from "./item-issue.ts";

/** What one item asks for on GitHub, or that people closed its issue, which content does not know yet. */
export interface ItemPlan {
  readonly effects: readonly PlannedEffect[];
  readonly closedByPeople?: "done" | "not-planned";
}

/** The issue of one item: created, brought up to date, closed, opened again, and reminded of once a week while it is late. */
export function planItem(
  knowledgeBase: KnowledgeBase,
  placed: PlacedItem,
  issue: IssueAnswer | undefined,
  { told, assignable }: { readonly told: readonly string[]; readonly assignable: ReadonlySet<string> },
  now: Epoch,
): ItemPlan {
  const { item } = placed;
  const zone = knowledgeBase.site.timeZone;
  const issueWanted = itemIssue(knowledgeBase, placed, now);
  // Whom GitHub does not let be assigned would be assigned anew for ever.
  const assignees = issueWanted.assignees.filter((login) => assignable.has(login.toLowerCase()));
  const wanted = { ...issueWanted, assignees };
  const unfinished = isUnfinished(item, now, zone);
  const of = { issue: wanted.key };
  const late = unfinished && isOverdue(item, now, zone);
  if (issue === undefined) {
    if (!unfinished) return { effects: [] };
    const { key, title, body, labels } = wanted;
    const create: GitHubEffect = { do: "create-issue", key, title, body, labels, assignees };
    return {
      effects: [
        { effect: create, why: `${item.id} is ${item.status} and has no issue` },
        ...(late ? [overdueComment(placed, of, now, zone)] : []),
      ],
    };
  }
  const before = stateTold(issue.body);
  const endedThere = before === "done" || before === "dropped";
  const byPeople = issue.state === "closed" && unfinished && !endedThere;
  if (byPeople)
    return { effects: [], closedByPeople: issue.state_reason === "not_planned" ? "not-planned" : "done" };
  const at = { number: issue.number };
  const change = changeOf(placed, issue, itemBody(wanted), wanted.title, unfinished);
  const labels = [...issue.labels.filter((label) => !isItemLabel(label)), ...wanted.labels];
  const relabel = !sameSet(labels, issue.labels);
  const ownerMoved = ownerTold(issue.body) !== ownerTold(wanted.body);
  const assign =
    unfinished && wanted.assignees.length > 0 && (issue.assignees.length === 0 || ownerMoved)
      ? wanted.assignees
      : undefined;
  const reassign = assign !== undefined && !sameSet(assign, issue.assignees);
  const changed = change.effect !== undefined || relabel || reassign;
  const effects: PlannedEffect[] = [];
  if (changed)
    effects.push({
      effect: {
        do: "update",
        of: at,
        ...change.effect,
        ...(relabel ? { labels } : {}),
        ...(reassign ? { assignees: assign } : {}),
      },
      why: change.why ?? (relabel ? "its labels differ" : "its owner is not assigned"),
    });
  if (late && !told.includes(overdueKey(item.id, now, zone)))
    effects.push(overdueComment(placed, at, now, zone));
  return { effects };
}

function changeOf(
  { item }: PlacedItem,
  issue: IssueAnswer,
  body: string,
  title: string,
  unfinished: boolean,
): { readonly effect?: Partial<Extract<GitHubEffect, { do: "update" }>>; readonly why?: string } {
  const words = {
    ...(plain(issue.body ?? "") === plain(body) ? {} : { body }),
    ...(issue.title === title ? {} : { title }),
  };
  if (unfinished && issue.state === "closed")
    return {
      effect: { ...words, state: "open", reason: "reopened" },
      why: `${item.id} is ${item.status} again`,
    };
  if (!unfinished && issue.state === "open")
    return {
      effect: { ...words, state: "closed", reason: item.status === "done" ? "completed" : "not_planned" },
      why: `${item.id} is ${item.status}`,
    };
  return Object.keys(words).length === 0 ? {} : { effect: words, why: `${item.id} changed` };
}

/** The key of this week's reminder. */
export function overdueKey(item: string, now: Epoch, zone: string): string {
  return `overdue/${item}/${isoWeek(dateIn(now, zone)).toLowerCase()}`;
}

function overdueComment(
  { item }: PlacedItem,
  of: { readonly issue: string } | { readonly number: number },
  now: Epoch,
  zone: string,
): PlannedEffect {
  return {
    effect: {
      do: "comment",
      of,
      key: overdueKey(item.id, now, zone),
      body: `This was due on **${item.due}** and is ${item.status}. Do it, move it with a reason, waive it with an end, or drop it with a reason.`,
    },
    why: `${item.id} is overdue; said once a week`,
  };
}

function ownerTold(body: string | null | undefined): string | undefined {
  return /^- \*\*Owner:\*\* (.*)$/m.exec(plain(body ?? ""))?.[1];
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}

function sameSet(some: readonly string[], others: readonly string[]): boolean {
  const set = new Set(some.map((one) => one.toLowerCase()));
  return set.size === new Set(others).size && others.every((one) => set.has(one.toLowerCase()));
}
