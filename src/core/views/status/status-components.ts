import { excludedMaintenance } from "../../reliability/objectives/excluded-maintenance.ts";
import { availability } from "../../status/availability.ts";
import { componentState, isFelt } from "../../status/component-state.ts";
import { barDates, dayBars } from "../../status/day-bars.ts";
import type { PlacedWindow } from "../../status/placed-windows.ts";
import { statusId } from "../../status/status-id.ts";
import { startOfDay } from "../../time.ts";
import type { ViewContext } from "../view-context.ts";
import type { StatusComponent, StatusGroup, StatusWindow } from "./status-facts.ts";

/** Every component in the order of the page: by position, then by name. */
export function statusComponents(
  { projection, now }: ViewContext,
  placed: readonly PlacedWindow[],
  planned: readonly StatusWindow[],
): StatusComponent[] {
  const { timeZone: zone, policies } = projection.site;
  const first = startOfDay(barDates(now, zone)[0]!, zone);
  return projection.services
    .map((service): StatusComponent => {
      const { id, data } = service;
      const component = data.component!;
      const { since } = component;
      const incidents = projection.look.incidentsOf.get(id) ?? [];
      const maintenance = excludedMaintenance(projection, [id], { from: first, to: now }, now);
      const known = since === undefined ? first : Math.max(first, startOfDay(since, zone));
      const share = availability({
        service: id,
        incidents,
        maintenance,
        window: { from: known, to: now },
        weighting: policies.weighting,
      });
      return {
        id,
        code: statusId("component", { id, aliases: data.aliases }),
        name: component.name,
        ...(component.description === undefined ? {} : { description: component.description }),
        ...(component.group === undefined ? {} : { group: component.group }),
        position: component.position,
        showcase: component.showcase,
        onlyShowIfDegraded: component.onlyShowIfDegraded,
        ...(since === undefined ? {} : { since }),
        state: componentState(id, projection.incidents, placed, now),
        withoutMaintenance: componentState(id, projection.incidents, [], now),
        windows: planned
          .filter(({ state, affected }) => state !== "cancelled" && affected.some((each) => each.id === id))
          .filter((window) => placed.some((each) => each.id === window.id && isFelt(each, id)))
          .map(({ code }) => code),
        days: dayBars({ service: id, since, incidents, maintenance, now, zone }),
        ...(share === undefined ? {} : { availability: share }),
      };
    })
    .sort((a, b) => a.position - b.position || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Components in their groups; a group stands where its first component does, and what has no group stands last. */
export function statusGroups(components: readonly StatusComponent[]): StatusGroup[] {
  const names = [...new Set(components.flatMap(({ group }) => (group === undefined ? [] : [group])))];
  const groups: StatusGroup[] = names.map((name) => ({
    code: statusId("group", { id: name, aliases: [] }),
    name,
    components: components.filter(({ group }) => group === name),
  }));
  const alone = components.filter(({ group }) => group === undefined);
  return alone.length > 0 ? [...groups, { components: alone }] : groups;
}
