import { allActionItems } from "../action-items/all-action-items.ts";
import { isOverdue } from "../action-items/is-overdue.ts";
import { addressOf } from "../addresses.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { postmortemDuty } from "../reliability/postmortem-duty.ts";
import { type Epoch, endOfDay, epochOf, instantOf } from "../time.ts";
import type { Notification } from "./notification.ts";

/** A stretch of time around the present, so long as the time between two runs: each thing falls into one of them. */
export interface DueWindow {
  readonly now: Epoch;
  /** In milliseconds. */
  readonly length: number;
}

/** What is due: postmortems and legal duties whose time ends within the window ahead, items that became overdue in the one behind. */
export function dueNotifications(knowledgeBase: KnowledgeBase, window: DueWindow): Notification[] {
  return [
    ...knowledgeBase.incidents.flatMap((incident) => [
      ...postmortemDue(knowledgeBase, incident, window),
      ...legalDutyDue(knowledgeBase, incident, window),
    ]),
    ...itemsOverdue(knowledgeBase, window),
  ];
}

function postmortemDue(
  knowledgeBase: KnowledgeBase,
  incident: Entry<"incident">,
  window: DueWindow,
): Notification[] {
  const { draftDue, finalDue } = postmortemDuty(knowledgeBase, incident.data);
  const begun = knowledgeBase.look.postmortemsOf.get(incident.id) ?? [];
  const isFinal = begun.some(({ data }) => data.state === "final");
  const due = [...(begun.length === 0 ? [draftDue] : []), ...(isFinal ? [] : [finalDue])].find(
    (moment) => moment !== undefined && liesAhead(moment, window),
  );
  if (due === undefined) return [];
  const what = begun.length === 0 ? "Postmortem due" : "Final postmortem due";
  return [ofIncident(knowledgeBase, incident, "postmortem-due", what, due)];
}

function legalDutyDue(
  knowledgeBase: KnowledgeBase,
  incident: Entry<"incident">,
  window: DueWindow,
): Notification[] {
  return (incident.data.exposure?.notifications ?? [])
    .filter(({ due, sent }) => sent === undefined && liesAhead(epochOf(due), window))
    .map(({ authority, due }) =>
      ofIncident(knowledgeBase, incident, "legal-duty-due", `${authority} must be told`, epochOf(due)),
    );
}

function itemsOverdue(knowledgeBase: KnowledgeBase, { now, length }: DueWindow): Notification[] {
  const { timeZone, url } = knowledgeBase.site;
  return allActionItems(knowledgeBase).flatMap(({ item, entry }) => {
    if (item.due === undefined || !isOverdue(item, now, timeZone)) return [];
    const at = endOfDay(item.due, timeZone);
    // A waiver that ended makes it overdue later than its day; then the day after the waiver counts.
    const since = item.waiver ? Math.max(at, endOfDay(item.waiver.until, timeZone)) : at;
    if (since <= now - length || since > now) return [];
    return [
      {
        event: "item-overdue",
        about: `action-items/${item.id}`,
        at: since,
        visibility: "visibility" in entry.data ? String(entry.data.visibility) : "internal",
        facts: {
          title: item.title,
          event: "Action item overdue",
          ...(item.owner === undefined ? {} : { owner: item.owner }),
          due: item.due,
          url: url.replace(/\/?$/, `/actions/#${item.id}`),
        },
      },
    ];
  });
}

function ofIncident(
  { site }: KnowledgeBase,
  { id, data }: Entry<"incident">,
  event: "postmortem-due" | "legal-duty-due",
  words: string,
  due: Epoch,
): Notification {
  return {
    event,
    about: `incidents/${id}`,
    at: due,
    visibility: data.visibility,
    facts: {
      title: data.title,
      event: words,
      severity: data.severity.peak,
      due: instantOf(due),
      url: site.url.replace(/\/?$/, addressOf("incident", id)),
    },
  };
}

function liesAhead(moment: Epoch, { now, length }: DueWindow): boolean {
  return moment > now && moment <= now + length;
}
