import type { ActionItem } from "../schemas/action-item.ts";
import type { Incident } from "../schemas/incident.ts";
import { factorsOf } from "../taxonomy/factors-of.ts";

/** What an action item has in common with an incident that it would have prevented, noticed or shortened. */
export interface Bearing {
  /** Whether both carry the same signature; else they share factors and services. */
  readonly sameSignature: boolean;
  readonly factors: readonly string[];
  readonly services: readonly string[];
}

/**
 * How an item bears on an incident: by the same signature, or by one of its factors on one of its services (on any service
 * where it names none); absent where it does not.
 */
export function bearingOn(
  item: Pick<ActionItem, "signature" | "factors" | "services">,
  incident: Pick<Incident, "signature" | "factors" | "services">,
): Bearing | undefined {
  const sameSignature = item.signature !== undefined && incident.signature === item.signature;
  const found = factorsOf(incident);
  const factors = item.factors.filter((factor) => found.includes(factor));
  const services = item.services.filter((service) => incident.services.includes(service));
  const alike = factors.length > 0 && (item.services.length === 0 || services.length > 0);
  return sameSignature || alike ? { sameSignature, factors, services } : undefined;
}
