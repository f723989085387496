import { countValue, inputOf, leftOutOf } from "./counted.ts";
import type { Measure } from "./measure.ts";

/** M3: incidents in the period. */
export const frequencyMeasure: Measure = {
  id: "frequency",
  code: "M3",
  name: "Incidents",
  unit: "count",
  formula:
    "number of incidents that started in the period and hurt somebody; open ones count, near misses do not",
  misleads:
    "A team that declares more readily has more of them; compare only where the taxonomy stayed the same.",
  of(scope) {
    const real = scope.incidents.filter(({ data }) => !data.nearMiss);
    return {
      value: countValue(scope, real.length),
      inputs: real.map((incident) => inputOf(incident, [beginning(incident.data)], 1)),
      leftOut: scope.incidents
        .filter(({ data }) => data.nearMiss)
        .map((incident) => leftOutOf(incident, "a near miss: nobody was hurt", ["nearMiss"])),
    };
  },
};

/** The field that decides to which period an incident belongs. */
export function beginning(incident: {
  readonly milestones: { readonly started?: unknown };
}): [string, string] {
  return ["milestones", incident.milestones.started === undefined ? "detected" : "started"];
}
