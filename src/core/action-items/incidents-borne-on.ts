import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { milestoneTime } from "../reliability/milestone-time.ts";
import type { ActionItem } from "../schemas/action-item.ts";

/** An incident that an item would have changed, and what they have in common. */
export interface BorneOn {
  readonly incident: Entry<"incident">;
  /** Whether both carry the same signature; else they share factors and services. */
  readonly sameSignature: boolean;
  readonly factors: readonly string[];
  readonly services: readonly string[];
}

/**
 * The incidents that an item would have prevented, noticed or shortened, newest first: those with its signature, and those
 * with one of its factors on one of its services (on any service where it names none).
 */
export function incidentsBorneOn(
  { incidents }: Pick<KnowledgeBase, "incidents">,
  item: Pick<ActionItem, "signature" | "factors" | "services">,
): BorneOn[] {
  const borne = incidents.flatMap((incident): BorneOn[] => {
    const { data } = incident;
    const sameSignature = item.signature !== undefined && data.signature === item.signature;
    const found = new Set(data.factors.map((had) => (typeof had === "string" ? had : had.factor)));
    const factors = item.factors.filter((factor) => found.has(factor));
    const services = item.services.filter((service) => data.services.includes(service));
    const alike = factors.length > 0 && (item.services.length === 0 || services.length > 0);
    return sameSignature || alike ? [{ incident, sameSignature, factors, services }] : [];
  });
  return borne.sort((a, b) => detectedAt(b) - detectedAt(a) || (a.incident.id < b.incident.id ? 1 : -1));
}

function detectedAt({ incident }: BorneOn): number {
  return milestoneTime(incident.data, "detected") ?? 0;
}
