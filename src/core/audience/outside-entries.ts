import type { ActionItem } from "../schemas/action-item.ts";
import type { Maintenance } from "../schemas/maintenance.ts";
import type { Postmortem } from "../schemas/postmortem.ts";
import type { Runbook } from "../schemas/runbook.ts";
import type { Service } from "../schemas/service.ts";

/** What outsiders may know of a final postmortem: its lesson and its promised fixes; nobody is named. */
export function outsidePostmortem(
  data: Postmortem,
  incidents: ReadonlySet<string>,
  components: ReadonlySet<string>,
): Postmortem {
  return {
    title: data.publicTitle ?? data.title,
    visibility: data.visibility,
    incidents: data.incidents.filter((incident) => incidents.has(incident)),
    state: data.state,
    ...(data.lesson === undefined ? {} : { lesson: data.lesson }),
    ...(data.finalized === undefined ? {} : { finalized: data.finalized }),
    authors: [],
    reviewers: [],
    runbookChanges: [],
    actionItems: data.actionItems.map((item) => outsideActionItem(item, components)),
    tags: [],
    aliases: data.aliases,
  };
}

/** A promised fix: what, until when, and how far; not who. */
function outsideActionItem(item: ActionItem, components: ReadonlySet<string>): ActionItem {
  return {
    id: item.id,
    title: item.title,
    kind: item.kind,
    priority: item.priority,
    opened: item.opened,
    ...(item.due === undefined ? {} : { due: item.due }),
    slips: [],
    status: item.status,
    ...(item.done === undefined ? {} : { done: item.done }),
    factors: item.factors,
    services: item.services.filter((service) => components.has(service)),
  };
}

/** What outsiders may know of a public runbook; no alerts, rights or values. */
export function outsideRunbook(data: Runbook, components: ReadonlySet<string>): Runbook {
  return {
    title: data.title,
    visibility: data.visibility,
    kind: data.kind,
    services: data.services.filter((service) => components.has(service)),
    alerts: [],
    permissions: [],
    reviewEvery: data.reviewEvery,
    ...(data.estimatedTime === undefined ? {} : { estimatedTime: data.estimatedTime }),
    variables: [],
    decisions: [],
    tags: [],
    aliases: data.aliases,
  };
}

/** What outsiders may know of planned work. */
export function outsideMaintenance(data: Maintenance, components: ReadonlySet<string>): Maintenance {
  return {
    title: data.publicTitle ?? data.title,
    visibility: data.visibility,
    ...(data.announced === undefined ? {} : { announced: data.announced }),
    schedule: data.schedule,
    services: data.services.filter(({ service }) => components.has(service)),
    states: data.states.map(({ by: _by, ...state }) => state),
    updates: data.updates.map(({ by: _by, ...update }) => update),
    changes: [],
    tags: [],
    aliases: data.aliases,
  };
}

/** What customers see of a service; nobody is named as its owner. */
export function outsideService(data: Service): Service {
  const component = data.component!;
  return {
    title: component.name,
    ...(component.description === undefined ? {} : { description: component.description }),
    owner: "",
    criticality: "medium",
    external: false,
    dependsOn: [],
    component,
    objectives: [],
    dashboards: [],
    alerts: [],
    repositories: [],
    permissions: [],
    readiness: [],
    contacts: [],
    tags: [],
    aliases: data.aliases,
  };
}
