import type { ComponentState } from "./component-state.ts";
import type { IncidentStatus } from "./incident-status.ts";

/** How all components together stand, in the words of the Statuspage API. */
export interface Overall {
  readonly indicator: "none" | "minor" | "major" | "critical" | "maintenance";
  readonly description:
    | "All Systems Operational"
    | "Partially Degraded Service"
    | "Minor Service Outage"
    | "Partial System Outage"
    | "Major Service Outage"
    | "Service Under Maintenance";
}

/**
 * The one table of the roll-up: the first row that fits counts. An incident that nobody has under control yet and that
 * hurts no component of the page is a minor outage; one that is only being watched is none.
 */
export const ROLL_UP: readonly (Overall & { readonly when: ComponentState | "open-incident" })[] = [
  { when: "major_outage", indicator: "critical", description: "Major Service Outage" },
  { when: "partial_outage", indicator: "major", description: "Partial System Outage" },
  { when: "degraded_performance", indicator: "minor", description: "Partially Degraded Service" },
  { when: "open-incident", indicator: "minor", description: "Minor Service Outage" },
  { when: "under_maintenance", indicator: "maintenance", description: "Service Under Maintenance" },
  { when: "operational", indicator: "none", description: "All Systems Operational" },
];

/** The states of all components and of the open incidents → one indicator and its description, by the table. */
export function rollUp(
  components: readonly ComponentState[],
  openIncidents: readonly IncidentStatus[],
): Overall {
  const fighting = openIncidents.some((status) => status === "investigating" || status === "identified");
  const { indicator, description } = ROLL_UP.find(({ when }) =>
    when === "operational" ? true : when === "open-incident" ? fighting : components.includes(when),
  )!;
  return { indicator, description };
}
