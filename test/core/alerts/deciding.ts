import type { AlertDecision } from "../../../src/core/alerts/alert-decision.ts";
import { decideAlerts } from "../../../src/core/alerts/decide-alerts.ts";
import { readAlertValue } from "../../../src/core/alerts/read-alerts.ts";
import type { Entry } from "../../../src/core/knowledge-base/knowledge-base.ts";
import { buildEntry, type Fields } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase, type Surroundings } from "../../support/builders/build-knowledge-base.ts";
import { NOW } from "./alert-examples.ts";

/** What the note of an alert that fires says. */
export const FIRES = 'Alert PoolSaturated{service="checkout"} fires since 2026-04-01T07:50:00Z.';

/** An incident that alerts opened; open unless told otherwise. */
export function incident(fields: Fields = {}, milestones: Fields = {}): Entry<"incident"> {
  return buildEntry("incident", "2026-04-01-pool", {
    milestones: { detected: "2026-04-01T07:50:00Z", ...milestones },
    detection: { source: "alert", alert: "PoolSaturated", key: 'PoolSaturated{service="checkout"}' },
    timeline: [{ at: "2026-04-01T07:50:00Z", kind: "alert", text: FIRES }],
    ...fields,
  });
}

/** What is decided of a notification among entries. */
export function decide(
  payload: unknown,
  entries: readonly Entry[] = [],
  around: Surroundings = {},
  now = NOW,
): AlertDecision[] {
  const reading = readAlertValue(payload, undefined, now);
  if (!reading.ok) throw new Error(reading.problems.join("; "));
  return decideAlerts(buildKnowledgeBase(entries, around), reading.signals, now);
}
