import { heaviest, weightedImpactWithin, weightedLength } from "../downtime.ts";
import { clipIntervals } from "../intervals.ts";
import { noCases } from "./duration-outcome.ts";
import type { Input, Measure, Scope } from "./measure.ts";

/** M10: weighted downtime of services that customers see. */
export const downtimeMeasure: Measure = {
  id: "downtime",
  code: "M10",
  name: "Customer-facing downtime",
  unit: "duration",
  formula:
    "sum over services with a public component of the union of their impact intervals in the period, each instant once with the heaviest weight; the weighting is the site's",
  misleads: "Services are added up: two down for an hour are two hours.",
  of(scope) {
    const services = servicesOf(scope);
    if (services.length === 0)
      return { value: { kind: "none", why: "No service has a public component." }, inputs: [], leftOut: [] };
    const inputs: Input[] = [];
    const members =
      scope.slice === undefined || scope.slice.by === "service"
        ? undefined
        : new Set(scope.incidents.map(({ id }) => id));
    const parts = services.map((service) => {
      const pieces = downtimeOf(scope, service, members);
      const bySource = new Map<string, number>();
      for (const piece of pieces) {
        const length = weightedLength([piece], scope.period);
        bySource.set(piece.incident, (bySource.get(piece.incident) ?? 0) + length);
      }
      for (const [id, length] of bySource) {
        const incident = scope.knowledgeBase.look.incident.get(id)!;
        if (length > 0)
          inputs.push({
            file: incident.file,
            id,
            title: incident.data.title,
            fields: [["impact"]],
            value: length,
          });
      }
      return { name: service, value: weightedLength(pieces, scope.period) };
    });
    const milliseconds = parts.reduce((sum, { value }) => sum + value, 0);
    if (scope.knowledgeBase.incidents.length === 0)
      return { value: { kind: "none", why: noCases(scope, 0) }, inputs, leftOut: [] };
    return {
      value: { kind: "total", milliseconds, parts: parts.filter(({ value }) => value > 0) },
      inputs,
      leftOut: [],
    };
  },
};

/** Disjoint weighted times of a service in the period, of those of its incidents that the scope is about. */
function downtimeOf({ knowledgeBase, now, period }: Scope, service: string, members?: ReadonlySet<string>) {
  const { weighting } = knowledgeBase.site.policies;
  const all = knowledgeBase.look.incidentsOf.get(service) ?? [];
  const intervals = weightedImpactWithin(all, service, weighting, now, period);
  // An incident that began before the period may still have hurt within it, so a slice is judged by its members alone.
  const judged =
    members === undefined ? intervals : intervals.filter(({ incident }) => members.has(incident));
  return heaviest(judged).flatMap((piece) =>
    clipIntervals([piece], period).map(({ from, to }) => ({ ...piece, from, to })),
  );
}

function servicesOf({ knowledgeBase, slice }: Scope): string[] {
  const visible = knowledgeBase.services
    .filter(({ data }) => data.component !== undefined)
    .map(({ id }) => id);
  return slice?.by === "service" ? visible.filter((id) => id === slice.value) : visible;
}
