import { itemsAgainst } from "../../action-items/items-against.ts";
import { dateIn } from "../../time.ts";
import { countValue, inputOf, partsOf } from "./counted.ts";
import type { Input, Measure } from "./measure.ts";
import { beganAt } from "./slices.ts";

/** Incidents that came although something against them had been done: how well follow-ups work. */
export const repeatAfterFixMeasure: Measure = {
  id: "repeats-after-fix",
  name: "Incidents despite a finished follow-up",
  unit: "count",
  formula:
    "incidents that began after an item was done that names their signature, or one of their factors on one of their services; by the strongest such item",
  misleads: "Only items that name a signature or factors can be held against an incident.",
  of(scope) {
    const { knowledgeBase } = scope;
    const against = itemsAgainst(knowledgeBase);
    const zone = knowledgeBase.site.timeZone;
    const inputs: Input[] = [];
    for (const incident of scope.incidents) {
      const day = dateIn(beganAt(incident), zone);
      const done = against(incident).filter(({ item }) => item.done !== undefined && item.done < day);
      if (done.length === 0) continue;
      const strongest = STRENGTHS.find((strength) => done.some(({ item }) => item.strength === strength));
      inputs.push(inputOf(incident, [["signature"], ["factors"]], strongest ?? "strength not recorded"));
    }
    const parts = partsOf(inputs.map(({ value }) => String(value)));
    return { value: countValue(scope, inputs.length, parts), inputs, leftOut: [] };
  },
};

/** The strongest first. */
const STRENGTHS = ["eliminate", "guard", "detect", "train"] as const;
