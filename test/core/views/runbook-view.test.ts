import { expect, test } from "vitest";
import { project } from "../../../src/core/audience/project.ts";
import { readerOf } from "../../../src/core/audience/reader.ts";
import type { Entry } from "../../../src/core/knowledge-base/knowledge-base.ts";
import { epochOf } from "../../../src/core/time.ts";
import { alertPage } from "../../../src/core/views/alert-page.ts";
import { alertNames, alertView, incidentsByAlert } from "../../../src/core/views/alert-view.ts";
import { runbookView } from "../../../src/core/views/runbook-view.ts";
import { type ViewContext, viewContext } from "../../../src/core/views/view-context.ts";
import { buildEntry, buildIncident, type Fields } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";
import { NOW } from "../../support/builders/find.ts";

const TEAMS: Fields = {
  people: [
    { handle: "ada", role: "Engineer" },
    { handle: "grace", role: "Engineer" },
  ],
  teams: [
    {
      id: "payments",
      name: "Payments",
      members: ["ada", "grace"],
      escalation: [
        { name: "Primary", contacts: ["ada"], channels: [{ kind: "page" }] },
        {
          name: "Backup",
          contacts: ["grace"],
          channels: [{ kind: "chat", address: "#pay" }],
          after: "10min",
        },
      ],
    },
  ],
};
const ALERT = { name: "PoolDry" };
const checkout = (alerts: readonly Fields[]) => buildEntry("service", "checkout", { alerts });

test("a runbook names whom to call next with how, and how long the level before is tried", () => {
  const runbook = buildEntry("runbook", "pool");
  expect(runbookView(contextOf([runbook]), runbook).escalation).toEqual([
    { name: "Primary", contacts: ["@ada"], channels: ["page"] },
    { name: "Backup", contacts: ["@grace"], channels: ["chat #pay"], after: "10 min" },
  ]);
});

test("who is on call by the owner's roster stands before whom to call next, with the end of the shift", () => {
  const runbook = buildEntry("runbook", "pool");
  const [team] = TEAMS.teams as readonly Fields[];
  // Weeks from Monday 16 March; as of 1 April the third has begun, in which it is Ada's turn again.
  const roster = {
    zone: "Europe/Berlin",
    rotation: ["ada", "grace"],
    backups: ["grace", "ada"],
    starts: "2026-03-16T09:00:00+01:00",
    shiftLength: "7d",
  };
  const context = contextOf([runbook], { ...TEAMS, teams: [{ ...team, roster }] });
  expect(
    runbookView(context, runbook).onCall.map(({ level, person, to }) => [level, person.title, to.iso]),
  ).toEqual([
    ["primary", "@ada", "2026-04-06T07:00:00Z"],
    ["backup", "@grace", "2026-04-06T07:00:00Z"],
  ]);
  expect(runbookView(contextOf([runbook]), runbook).onCall).toEqual([]);
});

test("a text that is another than the verified one is said to have changed; without a digest nothing is claimed", () => {
  const verified = { on: "2026-03-20", by: "ada", how: "read" };
  const changed = (text: string | undefined, now: string | undefined) => {
    const plain = buildEntry("runbook", "pool", { verified: { ...verified, ...(text ? { text } : {}) } });
    const runbook = now === undefined ? plain : { ...plain, text: now };
    return runbookView(contextOf([runbook]), runbook).row.changed?.word;
  };
  expect(changed("a1", "a1")).toBeUndefined();
  expect(changed("a1", "b2")).toBe("Changed since it was last verified");
  expect(changed("a1", undefined)).toBeUndefined();
  expect(changed(undefined, "b2")).toBeUndefined();
});

test("its commands have the declared variables marked", () => {
  const variables = [{ name: "POD", description: "Which pod" }];
  const runbook = buildEntry("runbook", "pool", { variables }, { parts: ["<pre>kill $POD $PID</pre>"] });
  expect(runbookView(contextOf([runbook]), runbook).bodyHtml).toBe(
    '<pre>kill <var class="fill" data-variable="POD">$POD</var> $PID</pre>',
  );
});

test("an alert without a runbook says whom to call and what was done the last three times", () => {
  const runbook = buildEntry("runbook", "pool");
  const days = ["01", "05", "09", "20"];
  const incidents = days.map((day) =>
    buildIncident(
      {
        detection: { source: "alert", alert: "PoolDry" },
        milestones: {
          started: `2026-03-${day}T10:00:00Z`,
          detected: `2026-03-${day}T10:05:00Z`,
          mitigated: `2026-03-${day}T10:30:00Z`,
          resolved: `2026-03-${day}T11:05:00Z`,
        },
        runbooks: [{ runbook: "pool", outcome: "did-not-help" }],
        timeline: [
          { at: `2026-03-${day}T10:10:00Z`, kind: "action", text: "Looks at it" },
          { at: `2026-03-${day}T10:25:00Z`, kind: "decision", text: `Raises the pool on ${day}` },
          { at: `2026-03-${day}T10:28:00Z`, text: "It gets better" },
          { at: `2026-03-${day}T10:40:00Z`, kind: "action", text: "Tidies up" },
        ],
      },
      `2026-03-${day}-pool`,
    ),
  );
  // It lasts: what was done about it is not known yet.
  const open = buildIncident(
    {
      services: ["checkout"],
      detection: { source: "alert", alert: "PoolDry" },
      milestones: { started: "2026-03-30T10:00:00Z", detected: "2026-03-30T10:05:00Z" },
    },
    "2026-03-30-pool",
  );
  const view = alertOf([checkout([ALERT]), runbook, ...incidents, open]);
  expect(view.runbooks).toEqual([]);
  expect(view.calls.map(({ team, levels }) => [team.title, levels.length])).toEqual([["Payments", 2]]);
  expect(view.pastOf).toBe("alert");
  expect(view.past.map(({ incident, before }) => [incident.id, incident.duration, before])).toEqual([
    ["2026-03-20-pool", "1 h", "Raises the pool on 20"],
    ["2026-03-09-pool", "1 h", "Raises the pool on 09"],
    ["2026-03-05-pool", "1 h", "Raises the pool on 05"],
  ]);
  expect(view.past[0]?.runbooks).toEqual([
    {
      runbook: { id: "pool", title: "The index is stale", url: "/runbooks/pool/" },
      outcome: "did not help",
    },
  ]);
});

test("where an alert announced nothing yet, the last troubles of its services stand in", () => {
  const view = alertOf([checkout([ALERT]), buildIncident()]);
  expect(view.pastOf).toBe("services");
  expect(view.past.map(({ incident, before }) => [incident.id, before])).toEqual([
    ["2026-03-02-slow-search", undefined],
  ]);
});

test("an alert that one runbook answers opens it; two make a list", () => {
  const one = buildEntry("runbook", "pool", { alerts: ["PoolDry"] });
  const two = buildEntry("runbook", "well", { alerts: ["PoolDry"] });
  const page = (entries: readonly Entry[]) => {
    const context = contextOf([checkout([ALERT]), ...entries]);
    return alertPage(context, "PoolDry", incidentsByAlert(context));
  };
  expect(page([one])).toMatchObject({
    path: "/alerts/PoolDry/",
    template: "redirect",
    view: { url: "/runbooks/pool/" },
  });
  expect(page([one, two])).toMatchObject({
    template: "alert",
    view: { runbooks: [{ id: "pool" }, { id: "well" }] },
  });
  expect(page([])).toMatchObject({ template: "alert", view: { runbooks: [] } });
});

function alertOf(entries: readonly Entry[]) {
  const context = contextOf(entries);
  expect(alertNames(context)).toEqual(["PoolDry"]);
  return alertView(context, "PoolDry", incidentsByAlert(context));
}

function contextOf(entries: readonly Entry[], teams: Fields = TEAMS): ViewContext {
  const knowledgeBase = buildKnowledgeBase(entries, { teams });
  const now = epochOf(NOW);
  return viewContext(project(knowledgeBase, readerOf(knowledgeBase.site, "internal")!, now), now);
}
