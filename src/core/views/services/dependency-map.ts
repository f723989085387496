import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import type { Interval } from "../../reliability/intervals.ts";
import { beganAt } from "../../reliability/measures/slices.ts";
import { serviceRow } from "../service-view.ts";
import type { Shown, ShownState } from "../shown.ts";
import type { ViewContext } from "../view-context.ts";

/** A service beside another: how it is, and how often both were hurt at once. */
export interface Neighbour {
  readonly service: Shown;
  readonly state: ShownState;
  readonly incidents: number;
  readonly shared: number;
}

/** What a service stands between. */
export interface DependencyMap {
  readonly dependents: readonly Neighbour[];
  readonly dependencies: readonly Neighbour[];
}

/** The services around one, with their incidents of a period; absent where it stands alone. */
export function dependencyMap(
  context: ViewContext,
  service: Entry<"service">,
  period: Interval,
): DependencyMap | undefined {
  const { look } = context.projection;
  const within = (id: string) =>
    (look.incidentsOf.get(id) ?? []).filter((incident) => {
      const began = beganAt(incident);
      return !incident.data.nearMiss && period.from <= began && began < period.to;
    });
  const own = new Set(within(service.id));
  const neighbour = (other: Entry<"service">): Neighbour => {
    const incidents = within(other.id);
    const { id, title, url, state } = serviceRow(context, other);
    return {
      service: { id, title, url },
      state,
      incidents: incidents.length,
      shared: incidents.filter((incident) => own.has(incident)).length,
    };
  };
  const dependencies = service.data.dependsOn.flatMap((id) => look.service.get(id) ?? []).map(neighbour);
  const dependents = (look.dependents.get(service.id) ?? []).map(neighbour);
  return dependencies.length + dependents.length === 0 ? undefined : { dependents, dependencies };
}
