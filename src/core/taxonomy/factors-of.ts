import type { Incident } from "../schemas/incident.ts";

/** The factors that an incident names, each once, in the order of its record. */
export function factorsOf({ factors }: Pick<Incident, "factors">): string[] {
  return [...new Set(factors.map((each) => (typeof each === "string" ? each : each.factor)))];
}
