import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { impactIntervals } from "../../reliability/impact-intervals.ts";
import { totalOfIntervals } from "../../reliability/intervals.ts";
import { durationWords } from "../../words/duration-words.ts";
import { shownEntry, type ViewContext } from "../view-context.ts";

/** What an open incident has hurt so far: each service with the length of its impact. */
export function openImpact(context: ViewContext, incident: Entry<"incident">): string {
  const services = [
    ...new Set([...incident.data.services, ...incident.data.impact.map(({ service }) => service)]),
  ];
  return services
    .flatMap((service) => {
      const length = totalOfIntervals(impactIntervals(incident.data, service, context.now));
      const { title } = shownEntry(context, "service", service);
      return length <= 0 ? [] : [`${title} ${durationWords(length)} so far`];
    })
    .join(", ");
}
