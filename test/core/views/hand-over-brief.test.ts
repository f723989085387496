import { expect, test } from "vitest";
import { project } from "../../../src/core/audience/project.ts";
import { readerOf } from "../../../src/core/audience/reader.ts";
import { epochOf } from "../../../src/core/time.ts";
import { handOverBrief } from "../../../src/core/views/incident/hand-over-brief.ts";
import { viewContext } from "../../../src/core/views/view-context.ts";
import { buildEntry, buildIncident, type Fields } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";

const at = (time: string) => `2026-04-01T${time}:00Z`;

const TEAMS: Fields = {
  people: [
    { handle: "ada", role: "Engineer" },
    { handle: "grace", role: "Engineer" },
  ],
  teams: [{ id: "payments", name: "Payments", members: ["ada", "grace"], channel: "#pay" }],
};

const OPEN: Fields = {
  severity: { initial: "SEV3", peak: "SEV1" },
  team: "payments",
  customerVisible: true,
  milestones: { started: at("07:00"), detected: at("07:05") },
  impact: [{ service: "checkout", level: "partial_outage", from: at("07:00") }],
  usersAffected: { low: 900, high: 1400 },
  workaround: "Use the app.",
  roles: [{ role: "incident-commander", person: "ada" }],
  timeline: [
    { at: at("07:10"), kind: "action", text: "Restarted a node.", by: "grace" },
    { at: at("07:12"), kind: "observation", text: "Nothing changed." },
    { at: at("07:30"), kind: "decision", text: "Wait for the provider." },
  ],
  hypotheses: [
    { text: "The network", state: "ruled-out" },
    { text: "The index is broken", state: "open", by: "ada" },
  ],
  updates: [{ at: at("07:20"), status: "investigating", text: "Search is slow.", nextUpdate: at("08:30") }],
  tracker: "https://tracker.example.org/1",
};

test("the brief of an open incident tells a successor everything, in words that a chat takes as they are", () => {
  expect(briefAt("08:00")).toBe(`SEV1 · Open: Search was slow
Hand-over, as of 1 April 2026, 08:00 UTC · 10:00 Berlin
https://tidemark.example.org/incidents/2026-04-01-slow-search/

State
- started: 1 April 2026, 07:00 UTC · 09:00 Berlin
- detected: 1 April 2026, 07:05 UTC · 09:05 Berlin
- identified: not yet
- mitigated: not yet

Impact
- Checkout: Partial outage, 1 h so far
- Users affected: 900 to 1,400
- Workaround: Use the app.

Tried and decided
- 07:10 UTC @grace: Restarted a node.
- 07:30 UTC: Wait for the provider.

Hypotheses
- open: The index is broken (@ada)
- ruled out: The network

Who holds what
- Incident commander: @ada
- Operations: nobody
- Communications: nobody
- Scribe: nobody

Next update
- due 1 April 2026, 08:30 UTC · 10:30 Berlin, in 30 min; last told 07:20 UTC, investigating

Links
- Channel: #pay
- Tracker: https://tracker.example.org/1
- The index is stale: https://tidemark.example.org/runbooks/stale-index/`);
});

test("a promise that was not kept is said to be late", () => {
  expect(briefAt("08:35")).toContain("due 1 April 2026, 08:30 UTC · 10:30 Berlin, late by 5 min;");
});

function briefAt(time: string): string {
  const incident = buildIncident(OPEN, "2026-04-01-slow-search");
  const runbook = buildEntry("runbook", "stale-index", { services: ["checkout"] });
  const knowledgeBase = buildKnowledgeBase([incident, runbook], {
    site: { timeZone: "Europe/Berlin" },
    teams: TEAMS,
  });
  const now = epochOf(at(time));
  const projection = project(knowledgeBase, readerOf(knowledgeBase.site, "internal")!, now);
  return handOverBrief(viewContext(projection, now), projection.incidents[0]!);
}
