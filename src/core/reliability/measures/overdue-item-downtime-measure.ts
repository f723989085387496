import { isOverdue } from "../../action-items/is-overdue.ts";
import { itemsAgainst } from "../../action-items/items-against.ts";
import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { heaviest, weightedImpact, weightedLength } from "../downtime.ts";
import { inputOf, leftOutOf } from "./counted.ts";
import { noCases } from "./duration-outcome.ts";
import type { Input, LeftOut, Measure, Scope } from "./measure.ts";
import { beganAt, valuesOf } from "./slices.ts";

/** What late follow-ups cost: downtime of incidents that a preventing item would have stopped, had it not been overdue. */
export const overdueItemDowntimeMeasure: Measure = {
  id: "overdue-follow-up-downtime",
  name: "Downtime with an overdue follow-up",
  unit: "duration",
  formula:
    "weighted downtime, in the period and added over their services, of incidents that began while an item of kind `prevent` against their signature, or factor and service, was overdue by its first due date and not waived",
  misleads: "The item might not have prevented it.",
  of(scope) {
    const { knowledgeBase } = scope;
    if (scope.incidents.length === 0)
      return { value: { kind: "none", why: noCases(scope, 0) }, inputs: [], leftOut: [] };
    const against = itemsAgainst(knowledgeBase);
    const zone = knowledgeBase.site.timeZone;
    const inputs: (Input & { readonly value: number })[] = [];
    const leftOut: LeftOut[] = [];
    for (const incident of scope.incidents) {
      const began = beganAt(incident);
      const late = against(incident).some(
        ({ item }) => item.kind === "prevent" && isOverdue(item, began, zone),
      );
      if (!late) continue;
      const length = downtimeOf(scope, incident);
      if (length > 0) inputs.push({ ...inputOf(incident, [["impact"]], length), value: length });
      else leftOut.push(leftOutOf(incident, "it took nothing down", ["impact"]));
    }
    const milliseconds = inputs.reduce((sum, { value }) => sum + value, 0);
    return { value: { kind: "total", milliseconds }, inputs, leftOut };
  },
};

function downtimeOf({ knowledgeBase, period, now, slice }: Scope, incident: Entry<"incident">): number {
  const { weighting } = knowledgeBase.site.policies;
  const services = valuesOf(incident, "service").filter(
    (service) => slice?.by !== "service" || service === slice.value,
  );
  return services.reduce(
    (sum, service) =>
      sum + weightedLength(heaviest(weightedImpact(incident, service, weighting, now)), period),
    0,
  );
}
