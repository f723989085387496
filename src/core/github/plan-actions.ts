import { allActionItems, type PlacedItem } from "../action-items/all-action-items.ts";
import { isUnfinished } from "../action-items/is-overdue.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import type { Epoch } from "../time.ts";
import type { IssueAnswer } from "./answers.ts";
import { type GitHubPlan, joinPlans } from "./github-plan.ts";
import { issueKey } from "./issue-body.ts";
import { itemKey, itemOfKey } from "./item-issue.ts";
import { loginsOf } from "./logins-of.ts";
import { type DoneOnGitHub, planDone } from "./plan-done.ts";
import { planItem } from "./plan-item.ts";

/** What stands on GitHub of the action items. */
export interface ActionsOnGitHub {
  /** All issues that carry the label, lowest number first. */
  readonly issues: readonly IssueAnswer[];
  /** Keys of our comments on the issues of overdue items, by number. */
  readonly told: ReadonlyMap<number, readonly string[]>;
  /** Who may be assigned here, in small letters. */
  readonly assignable: ReadonlySet<string>;
  readonly done: DoneOnGitHub;
}

/** One issue per action item, the closed ones as done in one pull request, and what people must settle as remarks. */
export function planActions(knowledgeBase: KnowledgeBase, standing: ActionsOnGitHub, now: Epoch): GitHubPlan {
  const items = allActionItems(knowledgeBase);
  const byKey = new Map<string, IssueAnswer[]>();
  for (const issue of standing.issues) {
    const key = issueKey(issue.body);
    if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), issue]);
  }
  const remarks = [
    ...driftOf(items, byKey),
    ...strangersAmong(knowledgeBase, items, standing.assignable, now),
  ];
  const closed: { placed: PlacedItem; issue: IssueAnswer }[] = [];
  const plans = items.map((placed): GitHubPlan => {
    const issue = byKey.get(itemKey(placed.item.id))?.[0];
    const told = issue === undefined ? [] : (standing.told.get(issue.number) ?? []);
    const plan = planItem(knowledgeBase, placed, issue, { told, assignable: standing.assignable }, now);
    if (plan.closedByPeople === "done") closed.push({ placed, issue: issue! });
    if (plan.closedByPeople === "not-planned")
      remarks.push(
        `#${issue!.number} was closed as not planned, but ${placed.item.id} is ${placed.item.status}: drop it in ${placed.entry.file} with a reason, or open the issue again.`,
      );
    return { effects: plan.effects, remarks: [] };
  });
  return joinPlans([...plans, planDone(knowledgeBase, closed, standing.done, now), { effects: [], remarks }]);
}

/** Owners whose GitHub login may not be assigned in this repository. */
function strangersAmong(
  knowledgeBase: KnowledgeBase,
  items: readonly PlacedItem[],
  assignable: ReadonlySet<string>,
  now: Epoch,
): string[] {
  const zone = knowledgeBase.site.timeZone;
  const owners = items.flatMap(({ item }) => (isUnfinished(item, now, zone) ? (item.owner ?? []) : []));
  const logins = new Set(owners.flatMap((owner) => loginsOf(knowledgeBase, owner)));
  const strangers = [...logins].filter((login) => !assignable.has(login.toLowerCase()));
  return strangers.length === 0
    ? []
    : [`GitHub lets nobody assign ${strangers.join(", ")} here: give them access, or mend teams.yaml.`];
}

/** Issues that stand for no item, or for one that has an older issue. */
function driftOf(items: readonly PlacedItem[], byKey: ReadonlyMap<string, readonly IssueAnswer[]>): string[] {
  const known = new Set(items.map(({ item }) => itemKey(item.id)));
  return [...byKey].flatMap(([key, [first, ...more]]) => {
    const item = itemOfKey(key);
    if (item === undefined || first === undefined) return [];
    return [
      ...(known.has(key) || first.state === "closed"
        ? []
        : [`#${first.number} stands for ${item}, which is in no file: close it, or bring the item back.`]),
      ...more.map(
        ({ number }) =>
          `#${number} carries the mark of ${item}, whose issue is #${first.number}: close it as a duplicate.`,
      ),
    ];
  });
}
