import { addressOf } from "../../addresses.ts";
import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { milestoneTime } from "../../reliability/milestone-time.ts";
import type { Incident } from "../../schemas/incident.ts";
import { currentLevel, type Level, worstLevel } from "../../status/component-state.ts";
import { incidentStatus, isOpenToPublic, resolvedForPublic } from "../../status/incident-status.ts";
import { statusId } from "../../status/status-id.ts";
import { epochOf, instantOf } from "../../time.ts";
import type { ViewContext } from "../view-context.ts";
import { affectedComponents } from "./affected-components.ts";
import type { StatusIncident, StatusUpdate } from "./status-facts.ts";

/** The incidents that customers may know, newest first, open ones apart; what was only close is not among them. */
export function statusIncidents(
  context: ViewContext,
  settled: readonly StatusIncident[] = [],
): {
  readonly open: readonly StatusIncident[];
  readonly past: readonly StatusIncident[];
} {
  const told = context.projection.incidents.filter(({ data }) => !data.nearMiss);
  const shown = (open: boolean) =>
    told
      .filter(({ data }) => isOpenToPublic(data) === open)
      .map((incident) => statusIncident(context, incident));
  return { open: newestFirst(shown(true)), past: newestFirst([...shown(false), ...settled]) };
}

function newestFirst(incidents: readonly StatusIncident[]): StatusIncident[] {
  return incidents
    .map((incident) => ({ incident, at: epochOf(incident.started) }))
    .sort((a, b) => b.at - a.at || (a.incident.id < b.incident.id ? 1 : -1))
    .map(({ incident }) => incident);
}

function statusIncident(context: ViewContext, { id, data }: Entry<"incident">): StatusIncident {
  const { projection, now } = context;
  const open = isOpenToPublic(data);
  const services = [...new Set([...data.services, ...data.impact.map(({ service }) => service)])];
  const levels = services.map((service) => ({
    service,
    level: open ? currentLevel(data, service, now) : worstOf(data, service),
  }));
  const hurt = data.impact.filter(({ level, to }) => level !== "none" && (!open || to === undefined));
  const resolved = resolvedForPublic(data);
  const started = milestoneTime(data, "started") ?? milestoneTime(data, "detected")!;
  const monitoring = data.updates.find(({ status }) => status === "monitoring")?.at;
  const code = statusId("incident", { id, aliases: data.aliases });
  const postmortem = projection.look.postmortemsOf.get(id)?.[0];
  const promised = data.updates.at(-1)?.nextUpdate;
  return {
    id,
    code,
    title: data.title,
    url: projection.site.url + addressOf("incident", id).slice(1),
    status: postmortem && !open ? "postmortem" : incidentStatus(data),
    started: instantOf(started),
    ...(resolved === undefined ? {} : { resolved: instantOf(epochOf(resolved)) }),
    ...(monitoring === undefined ? {} : { monitoring: instantOf(epochOf(monitoring)) }),
    worst: worstLevel(services.map((service) => worstOf(data, service))),
    affected: affectedComponents(projection, levels),
    regions: everyListed(hurt.map(({ regions }) => regions)),
    plans: everyListed(hurt.map(({ plans }) => plans)),
    ...(data.workaround === undefined || !open ? {} : { workaround: data.workaround }),
    ...(open && promised !== undefined ? { nextUpdate: instantOf(epochOf(promised)) } : {}),
    updates: updatesOf(context, id, data, code),
    ...(postmortem === undefined
      ? {}
      : {
          postmortem: {
            title: postmortem.data.title,
            url: projection.site.url + addressOf("postmortem", postmortem.id).slice(1),
            ...(postmortem.data.finalized === undefined
              ? {}
              : { at: instantOf(epochOf(postmortem.data.finalized)) }),
          },
        }),
  };
}

/** Newest first, and never none: clients read the first one. */
function updatesOf(
  { projection }: ViewContext,
  id: string,
  data: Incident,
  incident: string,
): StatusUpdate[] {
  const seen = new Map<string, number>();
  const code = (at: string): string => {
    const count = seen.get(at) ?? 0;
    seen.set(at, count + 1);
    return statusId("update", { id: incident, aliases: [] }, `${epochOf(at)} ${count}`);
  };
  const told = data.updates.map(
    ({ at, status, text, components }): StatusUpdate => ({
      code: code(at),
      at: instantOf(epochOf(at)),
      status,
      text,
      components: affectedComponents(projection, components),
    }),
  );
  if (told.length === 0)
    told.push({
      code: code("1970-01-01T00:00:00Z"),
      at: instantOf(milestoneTime(data, "resolved") ?? milestoneTime(data, "detected")!),
      status: incidentStatus(data),
      text: data.title,
      components: [],
    });
  const postmortem = projection.look.postmortemsOf.get(id)?.[0];
  if (postmortem?.data.finalized !== undefined && resolvedForPublic(data) !== undefined)
    told.push({
      code: code(postmortem.data.finalized),
      at: instantOf(epochOf(postmortem.data.finalized)),
      status: "postmortem",
      text: postmortem.data.lesson ?? postmortem.data.title,
      components: [],
    });
  return told.reverse();
}

/** The worst level that an incident ever brought to a service. */
function worstOf(data: Incident, service: string): Level {
  const own = data.impact.filter((impact) => impact.service === service);
  if (own.length > 0) return worstLevel(own.map(({ level }) => level));
  const told = data.updates.flatMap(({ components }) =>
    components.filter((each) => each.service === service).map(({ level }) => level),
  );
  if (told.length > 0) return worstLevel(told);
  return data.services.includes(service) && !data.nearMiss ? "partial_outage" : "none";
}

/** All that are named, sorted; none where one of them names none and so means all. */
function everyListed(lists: readonly (readonly string[])[]): string[] {
  return lists.some((list) => list.length === 0) ? [] : [...new Set(lists.flat())].sort();
}
