import { project } from "../../../../src/core/audience/project.ts";
import { readerOf } from "../../../../src/core/audience/reader.ts";
import type { Entry } from "../../../../src/core/knowledge-base/knowledge-base.ts";
import { epochOf } from "../../../../src/core/time.ts";
import { incidentView } from "../../../../src/core/views/incident-view.ts";
import { viewContext } from "../../../../src/core/views/view-context.ts";
import { buildEntry } from "../../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../../support/builders/build-knowledge-base.ts";
import { NOW } from "../../../support/builders/find.ts";

/** An instant of the day of the incident. */
export const at = (time: string) => `2026-03-02T${time}:00Z`;
/** A shop that hangs on payments, which hang on a bank; a blog hangs on nothing. */
export const services = [
  buildEntry("service", "checkout", { dependsOn: ["payments"] }),
  buildEntry("service", "payments", { title: "Payments", dependsOn: ["bank"] }),
  buildEntry("service", "bank", { title: "Bank", external: true }),
  buildEntry("service", "blog", { title: "Blog" }),
];

/** The page of an incident among others, for an audience. */
export function viewOf(incident: Entry<"incident">, others: readonly Entry[] = [], audience = "internal") {
  const entries = [...services, ...others.filter((each) => each !== incident), incident];
  const knowledgeBase = buildKnowledgeBase(entries);
  const now = epochOf(NOW);
  const projection = project(knowledgeBase, readerOf(knowledgeBase.site, audience)!, now);
  return incidentView(viewContext(projection, now), projection.look.incident.get(incident.id)!);
}
