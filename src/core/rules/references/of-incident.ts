import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { referencesOfActionItems } from "./of-action-items.ts";
import { each, one, type Reference } from "./reference.ts";

/** What an incident names. */
export function referencesOfIncident({ data, file }: Entry<"incident">): Reference[] {
  return [
    ...one("severity", data.severity.initial, file, "severity", "initial"),
    ...one("severity", data.severity.peak, file, "severity", "peak"),
    ...one("severity", data.severity.final, file, "severity", "final"),
    ...each("service", data.services, file, "services"),
    ...each("journey", data.journeys, file, "journeys"),
    ...one("team", data.team, file, "team"),
    ...data.impact.flatMap(({ service }, index) => one("service", service, file, "impact", index, "service")),
    ...data.roles.flatMap(({ person }, index) => one("person", person, file, "roles", index, "person")),
    ...one("detectionSources", data.detection?.source, file, "detection", "source"),
    ...one("triggers", data.trigger, file, "trigger"),
    ...each("layers", data.layers, file, "layers"),
    ...data.factors.flatMap((factor, index) =>
      typeof factor === "string"
        ? one("factors", factor, file, "factors", index)
        : one("factors", factor.factor, file, "factors", index, "factor"),
    ),
    ...each("failureModes", data.failureModes, file, "failureModes"),
    ...each("incident", data.relatedTo, file, "relatedTo"),
    ...each("change", data.causedBy, file, "causedBy"),
    ...data.timeline.flatMap(({ by }, index) => one("person", by, file, "timeline", index, "by")),
    ...data.updates.flatMap(({ by, components }, index) => [
      ...components.flatMap(({ service }, part) =>
        one("service", service, file, "updates", index, "components", part, "service"),
      ),
      ...one("person", by, file, "updates", index, "by"),
    ]),
    ...data.hypotheses.flatMap(({ by }, index) => one("person", by, file, "hypotheses", index, "by")),
    ...data.runbooks.flatMap(({ runbook }, index) =>
      one("runbook", runbook, file, "runbooks", index, "runbook"),
    ),
    ...one("service", data.vendor?.service, file, "vendor", "service"),
    ...referencesOfActionItems(data.actionItems, file),
  ];
}
