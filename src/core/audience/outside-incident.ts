import type { Incident } from "../schemas/incident.ts";
import { factorsOf } from "../taxonomy/factors-of.ts";

/** What outsiders may know of an incident: what broke, for whom, when, and what they were told. */
export function outsideIncident(data: Incident, components: ReadonlySet<string>): Incident {
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
    factors: factorsOf(data),
    ...(data.trigger === undefined ? {} : { trigger: data.trigger }),
    failureModes: [],
    relatedTo: [],
    causedBy: [],
    timeline: data.timeline
      .filter((entry) => entry.public)
      .map(({ at, kind, text, key, precision }) => ({
        at,
        kind,
        text,
        key,
        public: true,
        evidence: [],
        ...(precision ? { precision } : {}),
      })),
    updates: data.updates.map(({ by: _by, ...update }) => ({
      ...update,
      components: update.components.filter(({ service }) => components.has(service)),
    })),
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
function outsideMilestones({
  started,
  detected,
  identified,
  mitigated,
  resolved,
}: Incident["milestones"]): Incident["milestones"] {
  const known = { started, detected, identified, mitigated, resolved };
  return Object.fromEntries(
    Object.entries(known).filter(([, milestone]) => milestone !== undefined),
  ) as Incident["milestones"];
}
