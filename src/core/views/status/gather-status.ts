import { type Projection, project } from "../../audience/project.ts";
import { readerOf } from "../../audience/reader.ts";
import { placedWindows } from "../../status/placed-windows.ts";
import { rollUp } from "../../status/roll-up.ts";
import { durationOf, instantOf } from "../../time.ts";
import type { ViewContext } from "../view-context.ts";
import { statusComponents, statusGroups } from "./status-components.ts";
import type { StatusFacts, StatusIncident } from "./status-facts.ts";
import { statusIncidents } from "./status-incidents.ts";
import { statusWindows } from "./status-windows.ts";

const DAY = 86_400_000;

/** How far planned work is looked for, back and ahead. */
const LOOK_BACK = 3 * 365 * DAY;
const LOOK_AHEAD = 180 * DAY;

/**
 * What customers are told at an instant, whoever looks at it: colleagues see the page that outsiders see. Incidents that time
 * cannot change any more may be given as they were told before, in place of their entries.
 */
export function gatherStatus(context: ViewContext, settled: readonly StatusIncident[] = []): StatusFacts {
  const { now } = context;
  const projection = outsideProjection(context);
  const { site } = projection;
  const placed = placedWindows(projection.maintenance, { from: now - LOOK_BACK, to: now + LOOK_AHEAD }, now);
  const outside = { ...context, projection };
  const { planned, done } = statusWindows(outside, placed);
  const components = statusComponents(outside, placed, planned);
  const { open, past } = statusIncidents(outside, settled);
  const fighting = open.flatMap(({ status }) => (status === "postmortem" ? [] : [status]));
  return {
    name: site.name,
    ...(site.description === undefined ? {} : { description: site.description }),
    url: site.url,
    base: context.base,
    ...(site.supportUrl === undefined ? {} : { supportUrl: site.supportUrl }),
    zone: site.timeZone,
    locales: site.locales,
    asOf: instantOf(now),
    staleAfter: durationOf(site.policies.statusStaleAfter) / 1000,
    weighting: site.policies.weighting,
    overall: rollUp(
      components.map(({ state }) => state),
      fighting,
    ),
    withoutMaintenance: rollUp(
      components.map(({ withoutMaintenance }) => withoutMaintenance),
      fighting,
    ),
    groups: statusGroups(components),
    open,
    past,
    planned,
    done,
  };
}

function outsideProjection({ projection, now }: ViewContext): Projection {
  if (!projection.reader.internal) return projection;
  return project(projection, readerOf(projection.site, "public")!, now);
}
