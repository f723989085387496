import { inputOf, leftOutOf, shareValue } from "./counted.ts";
import type { Measure } from "./measure.ts";

/** M6: resolved by automation alone ÷ all resolved. */
export const automatedRemediationMeasure: Measure = {
  id: "automated-remediation",
  code: "M6",
  name: "Automated remediation",
  unit: "share",
  formula:
    "resolved incidents with `remediation: automation` ÷ resolved incidents that say what restored them",
  misleads:
    "Automation that is not validated does harm too; read it beside the runs that failed or did harm.",
  of(scope) {
    const counts = ({ data }: (typeof scope.incidents)[number]) =>
      data.milestones.resolved !== undefined && !data.nearMiss && data.remediation !== undefined;
    const said = scope.incidents.filter(counts);
    const alone = said.filter(({ data }) => data.remediation === "automation").length;
    const leftOut = scope.incidents
      .filter((incident) => !counts(incident))
      .map((incident) => leftOutOf(incident, reason(incident.data), ["remediation"]));
    return {
      value: shareValue(scope, alone, said.length, leftOut.length),
      inputs: said.map((incident) =>
        inputOf(incident, [["remediation"]], incident.data.remediation === "automation" ? 1 : 0),
      ),
      leftOut,
    };
  },
};

function reason(incident: {
  readonly nearMiss: boolean;
  readonly milestones: { readonly resolved?: unknown };
}) {
  if (incident.nearMiss) return "a near miss: nothing had to be restored";
  return incident.milestones.resolved === undefined ? "still open" : "does not say what restored it";
}
