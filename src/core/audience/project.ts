import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { lookUp } from "../knowledge-base/link-knowledge-base.ts";
import { type Epoch, epochOf } from "../time.ts";
import { NO_INNER_LISTS } from "./inner-lists.ts";
import { outsideMaintenance, outsidePostmortem, outsideRunbook, outsideService } from "./outside-entries.ts";
import { outsideIncident } from "./outside-incident.ts";
import { projectedAssets } from "./projected-assets.ts";
import type { Reader } from "./reader.ts";

/** What one reader may know at an instant; everything behind it reads this and nothing else. */
export interface Projection extends KnowledgeBase {
  readonly reader: Reader;
}

/** A knowledge base → what a reader may know: for outsiders each entry is made anew from the fields that they may see. */
export function project(knowledgeBase: KnowledgeBase, reader: Reader, now: Epoch): Projection {
  const allowed = <E extends Entry<"incident" | "postmortem" | "runbook" | "maintenance">>(
    entry: E,
  ): boolean => {
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
    const { services, gameDays, templates, reviews } = knowledgeBase;
    const entries = [incidents, postmortems, runbooks, maintenance, services, gameDays, templates, reviews];
    const assets = projectedAssets(knowledgeBase.root, knowledgeBase.assets, entries.flat(), true);
    const seen = { ...knowledgeBase, incidents, postmortems, runbooks, maintenance, assets };
    return { ...seen, reader, look: lookUp(seen) };
  }
  const shown = new Set(incidents.map(({ id }) => id));
  const services = knowledgeBase.services.filter(({ data }) => data.component !== undefined);
  const components = new Set(services.map(({ id }) => id));
  const lists = {
    incidents: incidents.map((entry) => ({ ...entry, data: outsideIncident(entry.data, components) })),
    postmortems: postmortems
      .map((entry) => ({ ...entry, data: outsidePostmortem(entry.data, shown, components) }))
      .filter(({ data }) => data.state === "final"),
    runbooks: runbooks.map((entry) => ({ ...entry, data: outsideRunbook(entry.data, components) })),
    maintenance: maintenance.map((entry) => ({ ...entry, data: outsideMaintenance(entry.data, components) })),
    services: services.map((entry) => ({
      ...entry,
      data: outsideService(entry.data),
      body: { ...entry.body, parts: [], headings: [], links: [], diagrams: [], words: 0 },
    })),
    teams: { people: [], teams: [] },
  };
  const projection = {
    root: knowledgeBase.root,
    site: {
      ...knowledgeBase.site,
      notifications: [],
      alerting: [],
      approvers: [],
      audiences: [],
      leakExceptions: [],
    },
    taxonomy: knowledgeBase.taxonomy,
    ...lists,
    ...NO_INNER_LISTS,
    broken: [],
    reader,
    assets: projectedAssets(knowledgeBase.root, knowledgeBase.assets, [
      ...lists.incidents,
      ...lists.postmortems,
      ...lists.runbooks,
    ]),
  };
  return { ...projection, look: lookUp(projection) };
}
