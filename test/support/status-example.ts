import { asKnownAt } from "../../src/core/audience/as-known-at.ts";
import { project } from "../../src/core/audience/project.ts";
import { readerOf } from "../../src/core/audience/reader.ts";
import type { Entry } from "../../src/core/knowledge-base/knowledge-base.ts";
import { epochOf } from "../../src/core/time.ts";
import { type ViewContext, viewContext } from "../../src/core/views/view-context.ts";
import { buildEntry, buildIncident, type Fields } from "./builders/build-entry.ts";
import { buildKnowledgeBase } from "./builders/build-knowledge-base.ts";

/** The instant of the examples: noon in Berlin. */
export const EXAMPLE_NOW = "2026-05-20T10:00:00Z";

/** What a status page is made of for a test, as one audience sees it. */
export function statusContext(
  entries: readonly Entry[],
  {
    now = EXAMPLE_NOW,
    site = {},
    audience = "public",
  }: { now?: string; site?: Fields; audience?: string } = {},
): ViewContext {
  const knowledgeBase = buildKnowledgeBase([component("checkout", {}), ...entries], {
    site: { timeZone: "Europe/Berlin", ...site },
  });
  const epoch = epochOf(now);
  const reader = readerOf(knowledgeBase.site, audience)!;
  return viewContext(project(asKnownAt(knowledgeBase, epoch), reader, epoch), epoch);
}

/** A service that customers see. */
export function component(id: string, fields: Fields, more: Fields = {}): Entry<"service"> {
  const name = `${id[0]!.toUpperCase()}${id.slice(1)}`;
  return buildEntry("service", id, {
    title: `Inner name of ${id}`,
    owner: "payments",
    component: { name, since: "2026-01-01", ...fields },
    ...more,
  });
}

/** An open incident of the morning that hurts a component, with updates every twenty minutes. */
export function openIncident(
  service: string,
  level: string,
  updates = 1,
  more: Fields = {},
): Entry<"incident"> {
  const at = (minute: number) => `2026-05-20T09:${String(minute).padStart(2, "0")}:00Z`;
  return buildIncident(
    {
      visibility: "public",
      publicTitle: `Trouble with ${service}`,
      services: [service],
      milestones: { started: at(0), detected: at(2) },
      impact: [{ service, level, from: at(0), regions: ["Europe"], plans: ["Business"] }],
      workaround: "Try again after a minute.",
      updates: Array.from({ length: updates }, (_, index) => ({
        at: at(5 + 20 * index),
        status: index === 0 ? "investigating" : "identified",
        text: `Word number ${index + 1}: we are looking at ${service} and tell you more within half an hour.`,
        components: [{ service, level }],
        nextUpdate: "2026-05-20T10:30:00Z",
        by: "ada",
      })),
      ...more,
    },
    `2026-05-20-${service}-${level.replaceAll("_", "-")}`,
  );
}

/** An incident that is over. */
export function pastIncident(service: string, day: string, level = "partial_outage"): Entry<"incident"> {
  return buildIncident(
    {
      visibility: "public",
      publicTitle: `Old trouble with ${service}`,
      services: [service],
      milestones: { started: `${day}T08:00:00Z`, detected: `${day}T08:05:00Z`, resolved: `${day}T09:00:00Z` },
      impact: [{ service, level, from: `${day}T08:00:00Z`, to: `${day}T09:00:00Z` }],
      updates: [
        { at: `${day}T08:10:00Z`, status: "investigating", text: "It fails." },
        { at: `${day}T09:00:00Z`, status: "resolved", text: "It works again." },
      ],
    },
    `${day}-${service}`,
  );
}

/** Planned work on a component. */
export function plannedWork(
  id: string,
  service: string,
  from: string,
  to: string,
  more: Fields = {},
): Entry<"maintenance"> {
  return buildEntry("maintenance", id, {
    title: `Inner work on ${service}`,
    publicTitle: `Work on ${service}`,
    visibility: "public",
    announced: "2026-01-05T00:00:00Z",
    schedule: { from, to },
    services: [{ service, expected: "degraded_performance" }],
    ...more,
  });
}

/** Many components in groups of eight. */
export function manyComponents(count: number): Entry<"service">[] {
  return Array.from({ length: count }, (_, index) =>
    component(`part-${index + 1}`, {
      name: `${PARTS[index % PARTS.length]} ${Math.floor(index / PARTS.length) + 1}`,
      group: `Region ${Math.floor(index / 8) + 1}`,
      description: `What customers use of ${PARTS[index % PARTS.length]}`,
      position: index,
    }),
  );
}

const PARTS = ["Search", "Checkout", "Payments", "Accounts", "Delivery", "Messages", "Reports", "Sign-in"];
