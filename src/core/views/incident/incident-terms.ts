import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import type { Shown } from "../shown.ts";
import { shownTerm, type ViewContext } from "../view-context.ts";

/** The words of one vocabulary that describe an incident. */
export interface IncidentTerms {
  readonly vocabulary: string;
  readonly terms: readonly Shown[];
}

/** A contributing factor, and how it contributed here. */
export interface ShownFactor {
  readonly term: Shown;
  readonly note?: string;
}

/** Trigger, layers and how the response failed, where any are named. */
export function incidentTerms(context: ViewContext, { data }: Entry<"incident">): readonly IncidentTerms[] {
  const named = [
    ["Trigger", "triggers", data.trigger === undefined ? [] : [data.trigger]],
    ["Layers", "layers", data.layers],
    ["How the response failed", "failureModes", data.failureModes],
  ] as const;
  return named
    .filter(([, , ids]) => ids.length > 0)
    .map(([vocabulary, key, ids]) => ({ vocabulary, terms: ids.map((id) => shownTerm(context, key, id)) }));
}

/** What contributed. */
export function incidentFactors(context: ViewContext, { data }: Entry<"incident">): readonly ShownFactor[] {
  return data.factors.map((each) =>
    typeof each === "string"
      ? { term: shownTerm(context, "factors", each) }
      : { term: shownTerm(context, "factors", each.factor), note: each.note },
  );
}
