import type { ListItem, Nodes, Root, Table } from "mdast";
import { POSTMORTEM_SECTIONS } from "../../core/reliability/postmortem-sections.ts";
import { dateOf, readMoment } from "./moment.ts";
import type { TakeNote } from "./note.ts";
import { asLine } from "./plain-text.ts";
import { textOf } from "./text-of.ts";

/** A follow-up whose owner and due date are written; without either it stays prose. */
export interface FoundAction {
  readonly title: string;
  readonly owner: string;
  readonly due: string;
  readonly kind: "prevent" | "detect" | "mitigate" | "process" | "document";
  readonly priority?: "high" | "medium" | "low";
  readonly status: "open" | "in-progress" | "blocked";
  readonly tracker?: string;
  readonly line: number;
}

const SECTION = POSTMORTEM_SECTIONS.find(({ id }) => id === "action-items")!.heading;

/** The follow-ups of a document, as far as somebody said who does them by when. */
export function readActionItems(root: Root, lineOffset: number, note: TakeNote): FoundAction[] {
  const found: FoundAction[] = [];
  let depth: number | undefined;
  const take = (cells: ActionCells, line: number) => {
    const action = actionOf(cells, line);
    if (typeof action !== "string") found.push(action);
    else note("prose", "action-item", line, `${cells.title}: ${action}`);
  };
  for (const node of root.children) {
    if (node.type === "heading") {
      if (SECTION.test(textOf(node))) depth = Math.min(depth ?? 7, node.depth);
      else if (depth !== undefined && node.depth <= depth) depth = undefined;
    } else if (node.type === "table" && (depth !== undefined || ownerColumn(node) >= 0))
      actionTable(node, lineOffset, take);
    else if (node.type === "list" && depth !== undefined)
      for (const item of node.children) take(cellsOfItem(item), lineOf(item, lineOffset));
  }
  return found;
}

interface ActionCells {
  readonly title: string;
  readonly owner?: string;
  readonly due?: string;
  readonly status?: string;
  readonly priority?: string;
  readonly kind?: string;
  readonly tracker?: string;
}

const COLUMNS: Readonly<Record<keyof ActionCells, RegExp>> = {
  title: /^(?:action(?: items?)?|items?|tasks?|description|what|title|follow[- ]?ups?|measure)$/i,
  owner: /^(?:owners?|assignees?|assigned(?: to)?|who|dri|responsible|owned by)$/i,
  due: /^(?:due(?: date| by)?|deadline|target(?: date)?|by when|eta|when)$/i,
  status: /^(?:status|state|done\??|progress)$/i,
  priority: /^(?:priority|prio|urgency)$/i,
  kind: /^(?:type|kind|category)$/i,
  tracker: /^(?:tracker|ticket|issue|link|bug|jira)$/i,
};

function ownerColumn(table: Table): number {
  const titles = table.children[0]?.children.map((cell) => textOf(cell).trim()) ?? [];
  return titles.some((title) => COLUMNS.title.test(title))
    ? titles.findIndex((title) => COLUMNS.owner.test(title))
    : -1;
}

function actionTable(
  table: Table,
  lineOffset: number,
  take: (cells: ActionCells, line: number) => void,
): void {
  const [head, ...rows] = table.children;
  const titles = head?.children.map((cell) => textOf(cell).trim()) ?? [];
  const columnOf = (name: keyof ActionCells) => titles.findIndex((title) => COLUMNS[name].test(title));
  const columns = (Object.keys(COLUMNS) as (keyof ActionCells)[])
    .map((name) => [name, columnOf(name)] as const)
    .filter(([, column]) => column >= 0);
  if (!columns.some(([name]) => name === "title")) return;
  for (const row of rows) {
    const cells = Object.fromEntries(
      columns
        .map(([name, column]) => [name, textOf(row.children[column] ?? row).trim()])
        .filter(([, text]) => text !== ""),
    ) as Partial<ActionCells>;
    const link = linkIn(row);
    if (cells.title)
      take({ ...cells, title: cells.title, ...(link ? { tracker: link } : {}) }, lineOf(row, lineOffset));
  }
}

/** `- [ ] Do this (owner: @anna, due: 2026-04-01)` */
function cellsOfItem(item: ListItem): ActionCells {
  const text = item.children
    .filter(({ type }) => type === "paragraph")
    .map(textOf)
    .join(" ");
  const owner =
    /\b(?:owner|assignee|assigned to|dri)\s*[:=]\s*@?([\p{L}][\p{L}\p{N} ._'-]*?)(?=\s*(?:[,;)|\]\n]|$|\bdue\b|\bby\b))/iu.exec(
      text,
    )?.[1];
  const due = /\b(?:due(?: date| by)?|deadline|target date)\s*[:=]?\s*([^,;)|\]\n]{6,30})/i.exec(text)?.[1];
  const link = linkIn(item);
  return {
    title: text.replace(/\s*[([]?\b(?:owner|assignee|assigned to|dri)\s*[:=][\s\S]*$/i, "") || text,
    ...(owner ? { owner } : {}),
    ...(due ? { due } : {}),
    ...(link ? { tracker: link } : {}),
    ...(item.checked === true ? { status: "done" } : {}),
  };
}

/** What the cells say → an action, or why it stays prose. */
function actionOf(cells: ActionCells, line: number): FoundAction | string {
  const owner = cells.owner?.replace(/^@/, "").trim();
  const due = dateOf(readMoment(cells.due ?? ""));
  if (!owner || /^(?:tbd|n\/?a|none|\?|-+|team|all)$/i.test(owner)) return "nobody is named as its owner";
  if (due === undefined) return cells.due ? `${cells.due} is no day` : "no due date is written";
  const status = statusOf(cells.status);
  if (status === undefined) return `${cells.status} needs a day or a reason that is not written`;
  const priority = priorityOf(cells.priority);
  return {
    title: asLine(cells.title),
    owner,
    due,
    kind: kindOf(`${cells.kind ?? ""} ${cells.title}`),
    ...(priority ? { priority } : {}),
    status,
    ...(cells.tracker ? { tracker: cells.tracker } : {}),
    line,
  };
}

function statusOf(text: string | undefined): FoundAction["status"] | undefined {
  if (text === undefined || /^(?:open|to ?do|not started|new|planned|pending|no|☐|\[ \])$/i.test(text))
    return "open";
  return /progress|started|doing|wip|ongoing/i.test(text) ? "in-progress" : undefined;
}

function priorityOf(text: string | undefined): FoundAction["priority"] {
  if (text === undefined) return undefined;
  if (/\b(?:high|urgent|critical|p[01])\b/i.test(text)) return "high";
  return /\b(?:low|p[3-5])\b/i.test(text)
    ? "low"
    : /\b(?:medium|normal|p2)\b/i.test(text)
      ? "medium"
      : undefined;
}

/** The first of the words that tell what a follow-up does; agreeing on something is a process. */
function kindOf(text: string): FoundAction["kind"] {
  if (/\b(?:alert\w*|monitor\w*|detect\w*|dashboard\w*|probe\w*|metric\w*|log(?:s|ging))\b/i.test(text))
    return "detect";
  if (/\b(?:document\w*|runbook\w*|playbook\w*|wiki|docs?|write)\b/i.test(text)) return "document";
  if (/\b(?:mitigat\w*|roll ?back\w*|fail ?over\w*|restor\w*|backup\w*)\b/i.test(text)) return "mitigate";
  return /\b(?:prevent\w*|fix\w*|test\w*|guard\w*|limit\w*|validat\w*|upgrade\w*|remove\w*|add|replace\w*|automat\w*)\b/i.test(
    text,
  )
    ? "prevent"
    : "process";
}

function linkIn(node: Nodes): string | undefined {
  if (node.type === "link" && /^https?:\/\/[^\s<>"'`\\]+$/i.test(node.url)) return node.url;
  if (!("children" in node)) return undefined;
  for (const child of node.children) {
    const link = linkIn(child);
    if (link) return link;
  }
  return undefined;
}

function lineOf(node: Nodes, offset: number): number {
  return (node.position?.start.line ?? 1) + offset;
}
