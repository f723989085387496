import { lookUp } from "../knowledge-base/link-knowledge-base.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import type { ActionItem } from "../schemas/action-item.ts";
import type { Incident } from "../schemas/incident.ts";
import type { Maintenance } from "../schemas/maintenance.ts";
import type { Postmortem } from "../schemas/postmortem.ts";
import type { Runbook } from "../schemas/runbook.ts";
import type { Service } from "../schemas/service.ts";
import { type Epoch, epochOf } from "../time.ts";
import { projectedAssets } from "./projected-assets.ts";
import type { Reader } from "./reader.ts";

/** What one reader may know at an instant; everything behind it reads this and nothing else. */
export interface Projection extends KnowledgeBase {
  readonly reader: Reader;
}

/** A knowledge base → what a reader may know: for outsiders each entry is made anew from the fields that they may see. */
export function project(knowledgeBase: KnowledgeBase, reader: Reader, now: Epoch): Projection {
  const allowed = <E extends Entry<"incident" | "postmortem" | "runbook" | "maintenance">>(entry: E): boolean => {
    const { data } = entry;
    if (!reader.visibilities.has(data.visibility)) return false;
    const embargo = "embargo" in data ? data.embargo : undefined;
    return reader.internal || embargo === undefined || epochOf(embargo) <= now;
  };
  const incidents = knowledgeBase.incidents.filter(allowed);
  const postmortems = knowledgeBase.postmortems.filter(allowed);
  const runbooks = knowledgeBase.runbooks.filter(allowed);
  const maintenance = knowledgeBase.maintenance.filter(allowed);
  if (reader.internal) {
    const seen = { ...knowledgeBase, incidents, postmortems, runbooks, maintenance };
    return { ...seen, reader, look: lookUp(seen) };
  }
  const shown = new Set(incidents.map(({ id }) => id));
  const services = knowledgeBase.services.filter(({ data }) => data.component !== undefined);
  const components = new Set(services.map(({ id }) => id));
  const lists = {
    incidents: incidents.map((entry) => ({ ...entry, data: outsideIncident(entry.data, components) })),
    postmortems: postmortems.map((entry) => ({ ...entry, data: outsidePostmortem(entry.data, shown, components) })).filter(({ data }) => data.state === "final"),
    runbooks: runbooks.map((entry) => ({ ...entry, data: outsideRunbook(entry.data, components) })),
    maintenance: maintenance.map((entry) => ({ ...entry, data: outsideMaintenance(entry.data, components) })),
    services: services.map((entry) => ({ ...entry, data: outsideService(entry.data), body: { ...entry.body, parts: [], headings: [], links: [], words: 0 } })),
    teams: { people: [], teams: [] },
  };
  const projection = {
    root: knowledgeBase.root,
    site: { ...knowledgeBase.site, notifications: [], alerting: [], approvers: [], audiences: [], leakExceptions: [] },
    taxonomy: knowledgeBase.taxonomy,
    ...lists,
    gameDays: [],
    templates: [],
    reviews: [],
    changeLogs: [],
    onCallLogs: [],
    measurements: [],
    journeys: [],
    suppressions: [],
    broken: [],
    reader,
    assets: projectedAssets(knowledgeBase.root, knowledgeBase.assets, [...lists.incidents, ...lists.postmortems, ...lists.runbooks]),
  };
  return { ...projection, look: lookUp(projection) };
}

function outsideIncident(data: Incident, components: ReadonlySet<string>): Incident {
  return {
    title: data.publicTitle ?? data.title,
    visibility: data.visibility,
    nearMiss: data.nearMiss,
    severity: data.severity,
    services: data.services.filter((service) => components.has(service)),
    journeys: [],
    customerVisible: data.customerVisible,
    milestones: outsideMilestones(data.milestones),
    impact: data.impact.filter(({ service }) => components.has(service)),
    roles: [],
    layers: data.layers,
    factors: data.factors.map((factor) => (typeof factor === "string" ? factor : factor.factor)),
    ...(data.trigger === undefined ? {} : { trigger: data.trigger }),
    failureModes: [],
    relatedTo: [],
    causedBy: [],
    timeline: data.timeline.filter((entry) => entry.public).map(({ at, kind, text, key, precision }) => ({ at, kind, text, key, public: true, evidence: [], ...(precision ? { precision } : {}) })),
    updates: data.updates.map(({ by: _by, ...update }) => ({ ...update, components: update.components.filter(({ service }) => components.has(service)) })),
    hypotheses: [],
    runbooks: [],
    ...(data.workaround === undefined ? {} : { workaround: data.workaround }),
    observabilityGaps: [],
    unmetPermissions: [],
    actionItems: [],
    tags: [],
    aliases: data.aliases,
  };
}

/** What outsiders may know of the course: not whom it woke, nor how fast. */
function outsideMilestones({ started, detected, identified, mitigated, resolved }: Incident["milestones"]): Incident["milestones"] {
  const known = { started, detected, identified, mitigated, resolved };
  return Object.fromEntries(Object.entries(known).filter(([, milestone]) => milestone !== undefined)) as Incident["milestones"];
}

function outsidePostmortem(data: Postmortem, incidents: ReadonlySet<string>, components: ReadonlySet<string>): Postmortem {
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

function outsideRunbook(data: Runbook, components: ReadonlySet<string>): Runbook {
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

function outsideMaintenance(data: Maintenance, components: ReadonlySet<string>): Maintenance {
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
function outsideService(data: Service): Service {
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
