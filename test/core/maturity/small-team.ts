import { epochOf } from "../../../src/core/time.ts";
import { buildEntry, buildIncident, type Fields } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";

/** The instant at which the team is looked at. */
export const NOW = epochOf("2026-04-01T12:00:00Z");

/** An incident of a day from ten o'clock on. */
export function incident(day: string, more: Fields = {}, minutes: Fields = { declared: 10, resolved: 60 }) {
  const at = (minute: unknown) =>
    new Date(Date.parse(`${day}T10:00:00Z`) + (minute as number) * 60_000).toISOString();
  const milestones = Object.fromEntries(
    Object.entries({ started: 0, detected: 5, ...minutes }).map(([name, value]) => [name, at(value)]),
  );
  return buildIncident({ milestones, ...more }, `${day}-it-broke`);
}

export const commander = { roles: [{ role: "incident-commander", person: "ada" }] };
export const lines = (day: string, ...times: string[]) =>
  times.map((time) => ({ at: `${day}T${time}Z`, text: "Seen" }));

/** A small team, whose mistakes and rung a hand works out. */
export const base = buildKnowledgeBase([
  incident("2026-01-10", {
    ...commander,
    signature: "pool",
    trigger: "binary-push",
    causedBy: ["c-1"],
    timeline: lines("2026-01-10", "10:10:00", "10:50:00"),
    runbooks: [{ runbook: "index", outcome: "helped" }],
  }),
  incident("2026-02-10", {
    signature: "pool",
    trigger: "binary-push",
    observabilityGaps: ["traces"],
    unmetPermissions: ["Read the queue"],
    runbooks: [{ runbook: "index", outcome: "did-not-help" }],
  }),
  // From 10:05 to 12:00 nobody wrote a line but at 10:10: an hour and 50 minutes.
  incident(
    "2026-03-01",
    { ...commander, timeline: lines("2026-03-01", "10:10:00") },
    { declared: 10, resolved: 120 },
  ),
  // Two years ago: too old to count.
  incident("2024-03-01", {}),
  buildEntry("runbook", "index", {
    automation: {
      guard: "Only one at a time",
      runs: [
        { at: "2026-03-01T10:20:00Z", outcome: "did-harm" },
        { at: "2026-03-02T10:20:00Z", outcome: "helped" },
      ],
    },
  }),
  buildEntry("service", "checkout", {
    criticality: "critical",
    alerts: [{ name: "PoolDry" }, { name: "Slow", response: "ticket" }],
    dashboards: [
      { title: "Pool", url: "https://dash.example/pool", owner: "payments", lastReviewed: "2024-01-01" },
    ],
  }),
  buildEntry("on-call", "2026-03", {
    pages: [
      { at: "2026-03-03T01:00:00Z", team: "payments", alert: "PoolDry" },
      { at: "2026-03-03T12:00:00Z", team: "payments", alert: "PoolDry", actionable: false },
      { at: "2026-03-03T13:00:00Z", team: "payments", alert: "PoolDry" },
    ],
  }),
]);
