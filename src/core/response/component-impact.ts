import type { WishReader } from "../drafts/known-words.ts";
import type { Edit } from "../editor/edit.ts";
import { milestoneTime } from "../reliability/milestone-time.ts";
import { type Impact, type Incident, incident as schema } from "../schemas/incident.ts";
import { epochOf, type Instant, instantOf } from "../time.ts";
import { addTo } from "./changing.ts";

/** What is said of one component: a service and how badly it is hurt now. */
export interface ComponentWish {
  readonly service: string;
  readonly level: Impact["level"];
}

/** The fields of an incident in their usual order. */
export const INCIDENT_FIELDS: readonly string[] = Object.keys(schema.shape);

/** Wishes with services by their ids, each service once. */
export function knownComponents(
  read: WishReader,
  wishes: readonly ComponentWish[] | undefined,
): ComponentWish[] {
  const known = (wishes ?? []).map(({ service, level }) => ({
    service: read.word("component", "service", service),
    level,
  }));
  for (const [index, { service }] of known.entries())
    if (known.findIndex((other) => other.service === service) !== index)
      read.refuse("component", `Unexpected second level of \`${service}\`, expected one`);
  return known;
}

/**
 * The edits that say how badly components are hurt from an instant on: an impact of another level ends there and the new
 * one begins. The first one of a service that the incident names began with the incident, as it counted until now.
 */
export function impactEdits(data: Incident, components: readonly ComponentWish[], at: Instant): Edit[] {
  const edits: Edit[] = [];
  const services = [...data.services];
  let impacts: readonly unknown[] = data.impact;
  for (const { service, level } of components) {
    const open = data.impact.flatMap((impact, index) =>
      impact.service === service && impact.to === undefined ? [{ impact, index }] : [],
    );
    for (const { index } of open.filter(({ impact }) => impact.level !== level))
      edits.push({ do: "set", path: ["impact", index, "to"], value: at, order: IMPACT_FIELDS });
    if (level === "none" || open.some(({ impact }) => impact.level === level)) continue;
    const value = { service, level, from: beginning(data, service, at) };
    edits.push(addTo(impacts, "impact", value, INCIDENT_FIELDS));
    impacts = [...impacts, value];
    if (services.includes(service)) continue;
    services.push(service);
    edits.push({ do: "append", path: ["services"], value: service });
  }
  return edits;
}

/** The edits that end every impact that lasts. */
export function endImpacts(data: Incident, end: Instant): Edit[] {
  return data.impact.flatMap(({ to }, index): Edit[] =>
    to === undefined ? [{ do: "set", path: ["impact", index, "to"], value: end, order: IMPACT_FIELDS }] : [],
  );
}

const IMPACT_FIELDS = ["service", "level", "from", "to", "fraction", "regions", "plans"];

function beginning(data: Incident, service: string, at: Instant): Instant {
  if (!data.services.includes(service) || data.impact.some((impact) => impact.service === service)) return at;
  const known = milestoneTime(data, "started") ?? milestoneTime(data, "detected");
  return known === undefined || known > epochOf(at) ? at : instantOf(known);
}
