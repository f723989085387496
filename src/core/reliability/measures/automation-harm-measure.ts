import { epochOf } from "../../time.ts";
import { countValue } from "./counted.ts";
import type { Input, Measure } from "./measure.ts";

/** Runs of automation that failed or did harm, beside M6. */
export const automationHarmMeasure: Measure = {
  id: "automation-harm",
  name: "Automation that failed or did harm",
  unit: "count",
  formula:
    "runs recorded on runbooks in the period whose outcome is `failed` or `did-harm`; a service counts those of its runbooks, another slice those in its incidents",
  misleads: "A run that nobody recorded is not here.",
  of(scope) {
    const { knowledgeBase, period, slice, incidents } = scope;
    const members = new Set(incidents.map((incident) => incident.id));
    const inputs: Input[] = [];
    for (const { file, id, data } of knowledgeBase.runbooks) {
      if (slice?.by === "service" && !data.services.includes(slice.value)) continue;
      for (const [index, { at, outcome, incident }] of (data.automation?.runs ?? []).entries()) {
        if (slice !== undefined && slice.by !== "service" && !members.has(incident ?? "")) continue;
        const instant = epochOf(at);
        if (instant < period.from || instant >= period.to || (outcome !== "failed" && outcome !== "did-harm"))
          continue;
        inputs.push({ file, id, title: data.title, fields: [["automation", "runs", index]], value: outcome });
      }
    }
    const harm = inputs.filter(({ value }) => value === "did-harm").length;
    return {
      value: countValue(scope, inputs.length, [
        { name: "failed", value: inputs.length - harm },
        { name: "did harm", value: harm },
      ]),
      inputs,
      leftOut: [],
    };
  },
};
