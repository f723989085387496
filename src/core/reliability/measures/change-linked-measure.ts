import { inputOf, leftOutOf, shareValue } from "./counted.ts";
import type { Measure } from "./measure.ts";

/** Incidents that name the change that set them off ÷ all. */
export const changeLinkedMeasure: Measure = {
  id: "change-linked",
  name: "Set off by a change",
  unit: "share",
  formula: "incidents with a change in `causedBy` ÷ incidents of the period",
  misleads: "A change that nobody linked is not seen; a low share may be a poor log.",
  of(scope) {
    const real = scope.incidents.filter(({ data }) => !data.nearMiss);
    const near = scope.incidents.filter(({ data }) => data.nearMiss);
    const linked = real.filter(({ data }) => data.causedBy.length > 0).length;
    return {
      value: shareValue(scope, linked, real.length, near.length),
      inputs: real.map((incident) =>
        inputOf(incident, [["causedBy"]], incident.data.causedBy.length > 0 ? 1 : 0),
      ),
      leftOut: near.map((incident) => leftOutOf(incident, "a near miss: nobody was hurt", ["nearMiss"])),
    };
  },
};
