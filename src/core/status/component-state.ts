import type { Entry } from "../knowledge-base/knowledge-base.ts";
import { milestoneTime } from "../reliability/milestone-time.ts";
import type { Impact, Incident } from "../schemas/incident.ts";
import { type Epoch, epochOf } from "../time.ts";
import { isOpenToPublic } from "./incident-status.ts";
import type { PlacedWindow } from "./placed-windows.ts";

/** How badly a service is hurt. */
export type Level = Impact["level"];

/** States of a component, in the words of the Statuspage API. */
export type ComponentState =
  | "operational"
  | "under_maintenance"
  | "degraded_performance"
  | "partial_outage"
  | "major_outage";

/** The levels from no impact to the worst. */
export const LEVELS = [
  "none",
  "degraded_performance",
  "partial_outage",
  "major_outage",
] as const satisfies readonly Level[];

/** The worst of some levels; `none` of none. */
export function worstLevel(levels: Iterable<Level>): Level {
  return LEVELS[Math.max(0, ...[...levels].map((level) => LEVELS.indexOf(level)))]!;
}

/**
 * The state of a component at an instant: the worst that an open incident does to it, else `under_maintenance` while
 * planned work that was expected to be felt is going on, else `operational`. Windows that have not begun change nothing.
 */
export function componentState(
  service: string,
  incidents: readonly Entry<"incident">[],
  windows: readonly PlacedWindow[],
  now: Epoch,
): ComponentState {
  const level = worstLevel(
    incidents.filter(({ data }) => isOpenToPublic(data)).map(({ data }) => currentLevel(data, service, now)),
  );
  if (level !== "none") return level;
  return windows.some((window) => isUnderWay(window) && isFelt(window, service))
    ? "under_maintenance"
    : "operational";
}

/** Whether a window is going on. */
export function isUnderWay({ state }: Pick<PlacedWindow, "state">): boolean {
  return state === "in_progress" || state === "verifying";
}

/** Whether a window is expected to be felt in a service. */
export function isFelt({ services }: Pick<PlacedWindow, "services">, service: string): boolean {
  return services.some((each) => each.service === service && each.expected !== "none");
}

/**
 * What an open incident does to a service now: the newest statement about it counts, be it an impact that began or
 * ended, or what an update said of the component; of statements of one instant the worst. Without any, a service that is
 * involved is partly out from the start until the incident is mitigated.
 */
export function currentLevel(incident: Incident, service: string, now: Epoch): Level {
  const said = statements(incident, service).filter(({ at }) => at <= now);
  if (said.length > 0) {
    const last = Math.max(...said.map(({ at }) => at));
    // What began at the same instant as something else ended goes on.
    return worstLevel(said.filter(({ at }) => at === last).map(({ level }) => level));
  }
  if (!incident.services.includes(service) || incident.nearMiss) return "none";
  const from = milestoneTime(incident, "started") ?? milestoneTime(incident, "detected")!;
  const mitigated = milestoneTime(incident, "mitigated");
  return from <= now && (mitigated === undefined || mitigated > now) ? "partial_outage" : "none";
}

function statements(incident: Incident, service: string): { readonly at: Epoch; readonly level: Level }[] {
  const impact = incident.impact
    .filter((each) => each.service === service)
    .flatMap(({ level, from, to }) => [
      { at: epochOf(from), level },
      ...(to === undefined ? [] : [{ at: epochOf(to), level: "none" as const }]),
    ]);
  const told = incident.updates.flatMap(({ at, components }) =>
    components.filter((each) => each.service === service).map(({ level }) => ({ at: epochOf(at), level })),
  );
  return [...impact, ...told];
}
