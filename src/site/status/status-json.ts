import type { StatusDocument } from "../../core/schemas/status-document.ts";
import type { AffectedComponent, StatusFacts, StatusUpdate } from "../../core/views/status/status-facts.ts";

/** How things stand as one JSON value of a published schema. */
export function statusJson(facts: StatusFacts): StatusDocument {
  const { url, name, asOf, staleAfter, zone, overall, weighting } = facts;
  return {
    $schema: `${url}schemas/status.schema.json`,
    name,
    page: `${url}status/`,
    asOf,
    staleAfter,
    timeZone: zone,
    ...overall,
    weighting,
    components: facts.groups
      .flatMap(({ components }) => components)
      .map((component) => ({
        id: component.id,
        code: component.code,
        name: component.name,
        ...(component.group === undefined ? {} : { group: component.group }),
        state: component.state,
        ...(component.availability === undefined ? {} : { availability: component.availability }),
        days: component.days.map((day) => ({ ...day, minutes: { ...day.minutes } })),
      })),
    incidents: facts.open.map((incident) => ({
      id: incident.id,
      code: incident.code,
      title: incident.title,
      url: incident.url,
      status: incident.status,
      started: incident.started,
      ...(incident.nextUpdate === undefined ? {} : { nextUpdate: incident.nextUpdate }),
      ...(incident.workaround === undefined ? {} : { workaround: incident.workaround }),
      regions: [...incident.regions],
      plans: [...incident.plans],
      affected: affectedOf(incident.affected),
      updates: updatesOf(incident.updates),
    })),
    maintenance: facts.planned.map((window) => ({
      id: window.id,
      code: window.code,
      title: window.title,
      state: window.state,
      from: window.scheduledFrom,
      to: window.scheduledTo,
      overrun: window.overrun,
      affected: affectedOf(window.affected),
      updates: updatesOf(window.updates),
    })),
  };
}

function affectedOf(affected: readonly AffectedComponent[]): StatusDocument["incidents"][number]["affected"] {
  return affected.map(({ id, level }) => ({ component: id, level }));
}

function updatesOf(updates: readonly StatusUpdate[]): StatusDocument["incidents"][number]["updates"] {
  return updates.map(({ at, status, text }) => ({ at, status, text }));
}
