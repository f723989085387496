import { addressOf } from "../addresses.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { milestoneTime } from "../reliability/milestone-time.ts";
import { incidentStatus } from "../status/incident-status.ts";
import { type Epoch, epochOf } from "../time.ts";
import type { Notification, NotificationEvent } from "./notification.ts";

/** What a change of the content tells about incidents: opened, told of anew, resolved; one message for each incident. */
export function incidentNotifications(
  before: KnowledgeBase | undefined,
  after: KnowledgeBase,
): Notification[] {
  return after.incidents.flatMap((incident) => {
    const event = eventBetween(before?.look.incident.get(incident.id), incident);
    return event === undefined ? [] : [incidentNotification(after, incident, event)];
  });
}

/** A message about an incident as it stands. */
export function incidentNotification(
  { site, look }: KnowledgeBase,
  incident: Entry<"incident">,
  event: Extract<NotificationEvent, "opened" | "updated" | "resolved">,
): Notification {
  const { data, id } = incident;
  const last = data.updates.at(-1);
  const services = data.services
    .map((service) => look.service.get(service)?.data.title ?? service)
    .join(", ");
  return {
    event,
    about: `incidents/${id}`,
    at: momentOf(incident, event),
    visibility: data.visibility,
    facts: {
      ...(data.publicTitle === undefined ? {} : { publicTitle: data.publicTitle }),
      title: data.title,
      event: WORDS[event],
      severity: data.severity.peak,
      status: incidentStatus(data),
      ...(services === "" ? {} : { services }),
      ...(last === undefined ? {} : { text: last.text }),
      url: site.url.replace(/\/?$/, addressOf("incident", id)),
    },
  };
}

const WORDS = {
  opened: "Incident opened",
  updated: "Incident update",
  resolved: "Incident resolved",
} as const;

function eventBetween(
  before: Entry<"incident"> | undefined,
  { data }: Entry<"incident">,
): "opened" | "updated" | "resolved" | undefined {
  const isOver = data.milestones.resolved !== undefined;
  // One that is written down afterwards is no news.
  if (before === undefined) return isOver ? undefined : "opened";
  if (isOver && before.data.milestones.resolved === undefined) return "resolved";
  return data.updates.length > before.data.updates.length ? "updated" : undefined;
}

function momentOf({ data }: Entry<"incident">, event: "opened" | "updated" | "resolved"): Epoch {
  const told = data.updates.at(-1)?.at;
  const moment = {
    opened: milestoneTime(data, "detected"),
    updated: told === undefined ? undefined : epochOf(told),
    resolved: milestoneTime(data, "resolved"),
  }[event];
  return moment ?? 0;
}
