import { allActionItems } from "../../action-items/all-action-items.ts";
import type { Entry, KnowledgeBase } from "../../knowledge-base/knowledge-base.ts";
import { milestoneTime } from "../../reliability/milestone-time.ts";
import { postmortemCompleteness } from "../../reliability/postmortem-completeness.ts";
import type { ActionItem } from "../../schemas/action-item.ts";
import { MILESTONES, type MilestoneName } from "../../schemas/incident.ts";
import type { Epoch } from "../../time.ts";

/** What a change of the content means for what is known. */
export interface ContentDifference {
  readonly added: readonly Entry[];
  readonly removed: readonly Entry[];
  readonly milestones: readonly MovedMilestone[];
  readonly items: readonly ChangedItem[];
  readonly completeness: readonly ChangedCompleteness[];
}

/** A milestone of an incident that was known before, set, moved or taken away. */
export interface MovedMilestone {
  readonly incident: Entry<"incident">;
  readonly milestone: MilestoneName;
  readonly from: Epoch | undefined;
  readonly to: Epoch | undefined;
}

/** An action item that came, went, or changed its state or its due day. */
export interface ChangedItem {
  readonly item: ActionItem;
  readonly change: "added" | "removed" | "done" | "dropped" | "reopened" | "slipped";
}

/** A postmortem that is more or less complete than before, in per cent. */
export interface ChangedCompleteness {
  readonly postmortem: Entry<"postmortem">;
  /** Absent for a new one. */
  readonly before: number | undefined;
  readonly after: number;
  /** Titles of the sections that are not there yet. */
  readonly wanting: readonly string[];
}

const LISTS = ["incidents", "postmortems", "runbooks", "services", "maintenance", "gameDays"] as const;

/** Compares two states of the content; nothing was known where there is no first one. */
export function contentDifference(
  before: KnowledgeBase | undefined,
  after: KnowledgeBase,
): ContentDifference {
  return {
    added: LISTS.flatMap((list) => without(after[list], before?.[list] ?? [])),
    // A file that cannot be read at present is not gone.
    removed: LISTS.flatMap((list) => without(before?.[list] ?? [], after[list])).filter(
      ({ kind, id }) => !after.broken.some((broken) => broken.kind === kind && broken.id === id),
    ),
    milestones: after.incidents.flatMap((incident) => {
      const old = before?.look.incident.get(incident.id);
      return old === undefined ? [] : movedMilestones(old, incident);
    }),
    items: changedItems(before, after),
    completeness: after.postmortems.flatMap((postmortem) => changedCompleteness(before, after, postmortem)),
  };
}

function without(entries: readonly Entry[], others: readonly Entry[]): Entry[] {
  const known = new Set(others.map(({ id }) => id));
  return entries.filter(({ id }) => !known.has(id));
}

function movedMilestones(old: Entry<"incident">, incident: Entry<"incident">): MovedMilestone[] {
  return MILESTONES.flatMap((milestone) => {
    const [from, to] = [milestoneTime(old.data, milestone), milestoneTime(incident.data, milestone)];
    return from === to ? [] : [{ incident, milestone, from, to }];
  });
}

function changedItems(before: KnowledgeBase | undefined, after: KnowledgeBase): ChangedItem[] {
  const old = new Map((before ? allActionItems(before) : []).map(({ item }) => [item.id, item]));
  const young = allActionItems(after).map(({ item }) => item);
  const ids = new Set(young.map(({ id }) => id));
  return [
    ...young.flatMap((item) => {
      const change = changeOf(old.get(item.id), item);
      return change === undefined ? [] : [{ item, change }];
    }),
    ...[...old.values()]
      .filter(({ id }) => !ids.has(id))
      .map((item) => ({ item, change: "removed" }) as const),
  ];
}

function changeOf(old: ActionItem | undefined, item: ActionItem): ChangedItem["change"] | undefined {
  if (old === undefined) return "added";
  if (old.status !== item.status && (item.status === "done" || item.status === "dropped")) return item.status;
  if (isOver(old) && !isOver(item)) return "reopened";
  return item.slips.length > old.slips.length ? "slipped" : undefined;
}

function isOver({ status }: ActionItem): boolean {
  return status === "done" || status === "dropped";
}

function changedCompleteness(
  before: KnowledgeBase | undefined,
  after: KnowledgeBase,
  postmortem: Entry<"postmortem">,
): ChangedCompleteness[] {
  const { score, sections } = postmortemCompleteness(postmortem, incidentsOf(after, postmortem));
  const old = before?.look.postmortem.get(postmortem.id);
  const was = before && old && postmortemCompleteness(old, incidentsOf(before, old)).score;
  if (was === score) return [];
  const wanting = sections.filter(({ state }) => state !== "present").map(({ title }) => title);
  return [{ postmortem, before: was, after: score, wanting }];
}

function incidentsOf({ look }: KnowledgeBase, { data }: Entry<"postmortem">): Entry<"incident">[] {
  return data.incidents.flatMap((id) => look.incident.get(id) ?? []);
}
