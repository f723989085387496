import { parse } from "yaml";
import type { PlacedItem } from "../action-items/all-action-items.ts";
import type { Edit } from "../editor/edit.ts";
import { editSource } from "../editor/edit-source.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { dateIn, type Epoch, epochOf, instantProblem } from "../time.ts";
import type { IssueAnswer, PullRequestAnswer } from "./answers.ts";
import type { FileChange } from "./github-effect.ts";
import type { GitHubPlan, PlannedEffect } from "./github-plan.ts";
import { bodyOf } from "./issue-body.ts";
import { safeInline, safeLine } from "./safe-text.ts";

/** What stands of the pull request that says which items are done. */
export interface DoneOnGitHub {
  readonly branch: string;
  /** Whether the branch stands already. */
  readonly begun: boolean;
  readonly pullRequest?: PullRequestAnswer;
  /** The texts of the files that carry items: on the branch where it stands, else as they are here. */
  readonly texts: ReadonlyMap<string, string>;
}

const FIELDS = [
  "id",
  "title",
  "kind",
  "strength",
  "owner",
  "priority",
  "opened",
  "due",
  "slips",
  "status",
  "done",
];

/** Issues that people closed become items that are done, all in one pull request that people merge. */
export function planDone(
  { site }: Pick<KnowledgeBase, "site">,
  closed: readonly { readonly placed: PlacedItem; readonly issue: IssueAnswer }[],
  standing: DoneOnGitHub,
  now: Epoch,
): GitHubPlan {
  const { branch, begun, pullRequest } = standing;
  if (closed.length === 0) return { effects: [], remarks: [] };
  if (pullRequest?.state === "closed")
    return {
      effects: [],
      remarks: [
        `#${pullRequest.number} would say that ${closed.map(({ placed }) => placed.item.id).join(", ")} ${closed.length === 1 ? "is" : "are"} done, but was closed without being merged: open the issues again, or that pull request.`,
      ],
    };
  const remarks: string[] = [];
  const texts = new Map<string, { readonly was: string; text: string }>();
  for (const { placed, issue } of closed) {
    const { file } = placed.entry;
    const was = texts.get(file)?.was ?? standing.texts.get(file);
    const text = texts.get(file)?.text ?? was;
    const index = text === undefined ? -1 : itemIndex(text, placed.item.id);
    const edited =
      text === undefined
        ? undefined
        : editSource(file, text, editsOf(index, placed, issue, site.timeZone, now));
    if (was === undefined || index === -1 || edited === undefined || !edited.ok)
      remarks.push(`${placed.item.id} cannot be set to done in ${file}: do it by hand.`);
    else texts.set(file, { was, text: edited.text });
  }
  const files: FileChange[] = [...texts]
    .filter(([, { was, text }]) => was !== text)
    .map(([path, { was, text }]) => ({ path, text, was }));
  const ids = closed.map(({ placed }) => placed.item.id);
  const message = safeLine(`Say that ${ids.join(", ")} ${ids.length === 1 ? "is" : "are"} done`);
  const why = `${ids.join(", ")}: closed on GitHub, not done in content`;
  const effects: PlannedEffect[] = [];
  if (files.length > 0)
    effects.push({
      effect: begun
        ? { do: "commit", branch, message, files }
        : { do: "begin-branch", branch, message, files },
      why,
    });
  if (pullRequest === undefined)
    effects.push({
      effect: {
        do: "open-pull-request",
        branch,
        title: "Action items that are done",
        body: bodyOf([
          "These issues were closed. Merge this when the items are done, so that content says it too; close it and open the issues again when they are not.",
          closed
            .map(
              ({ placed, issue }) =>
                `- ${safeInline(placed.item.title)} (\`${placed.item.id}\`): #${issue.number}`,
            )
            .join("\n"),
        ]),
      },
      why,
    });
  return { effects, remarks };
}

function editsOf(
  index: number,
  { item }: PlacedItem,
  issue: IssueAnswer,
  zone: string,
  now: Epoch,
): readonly Edit[] {
  const at = issue.closed_at ?? undefined;
  const closedAt = at === undefined || instantProblem(at) !== undefined ? now : epochOf(at);
  const day = dateIn(Math.min(closedAt, now), zone);
  const path = (field: string) => ["actionItems", index, field];
  return [
    { do: "set", path: path("status"), value: "done" },
    { do: "set", path: path("done"), value: day < item.opened ? item.opened : day, order: FIELDS },
    ...(item.evidence === undefined
      ? [{ do: "set" as const, path: path("evidence"), value: issue.html_url }]
      : []),
  ];
}

/** Where an item stands in the list of its file; what is known may leave later ones out. */
function itemIndex(text: string, id: string): number {
  const front = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1];
  try {
    const { actionItems } = (parse(front ?? "") ?? {}) as { actionItems?: unknown };
    return Array.isArray(actionItems)
      ? actionItems.findIndex((item) => (item as { id?: unknown } | null)?.id === id)
      : -1;
  } catch {
    return -1;
  }
}
