import { allActionItems } from "../action-items/all-action-items.ts";
import { type ActionItemRow, actionItemRow } from "./action-item-view.ts";
import { type IncidentRow, incidentRow, newestFirst } from "./incident-row.ts";
import {
  IMPACT_STATES,
  INCIDENT_STATES,
  POSTMORTEM_STATES,
  type ShownSeverity,
  type ShownState,
} from "./shown.ts";
import { href, type ViewContext } from "./view-context.ts";

/** What the page of the design shows of this knowledge base, so that its samples are the real pieces. */
export interface DesignView {
  readonly severities: readonly ShownSeverity[];
  readonly states: readonly { readonly of: string; readonly states: readonly ShownState[] }[];
  readonly incidents: readonly IncidentRow[];
  readonly actionItems: readonly ActionItemRow[];
}

/** The page of the design. */
export function designView(context: ViewContext): DesignView {
  const { projection } = context;
  return {
    severities: projection.taxonomy.severities.map(({ id, name }, index) => ({
      id,
      name,
      weight: Math.min(4, index + 1) as ShownSeverity["weight"],
      url: href(context, `/taxonomy/severities/${id.toLowerCase()}/`),
    })),
    states: [
      { of: "Incident", states: Object.values(INCIDENT_STATES) },
      { of: "Impact", states: Object.values(IMPACT_STATES) },
      { of: "Postmortem", states: Object.values(POSTMORTEM_STATES) },
    ],
    incidents: newestFirst(projection.incidents)
      .slice(0, 3)
      .map((incident) => incidentRow(context, incident)),
    actionItems: allActionItems(projection)
      .slice(0, 3)
      .map((placed) => actionItemRow(context, placed)),
  };
}
