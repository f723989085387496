import { epochOf } from "../time.ts";
import { automationLacks } from "./lacks/automation-lacks.ts";
import { dashboardLack } from "./lacks/dashboard-lack.ts";
import { verificationLack } from "./lacks/verification-lack.ts";
import type { MistakeKind, Trace } from "./mistake.ts";
import { incidentsOf } from "./response-mistakes.ts";

/** Mistakes that show in what is kept for the next time: runbooks, their automation, dashboards, objectives. */
export const KNOWLEDGE_MISTAKES: readonly MistakeKind[] = [
  {
    id: "failing-runbooks",
    title: "Runbooks that did not help",
    judged: "Uses of a runbook in incidents of the last year that did not help or did harm.",
    unit: "uses of runbooks",
    code: "runbook-defective",
    look: (sight) => {
      const uses = incidentsOf(sight).flatMap(({ id, data }) => data.runbooks.map((use) => ({ id, use })));
      const traces = uses
        .filter(({ use }) => use.outcome === "did-not-help" || use.outcome === "did-harm")
        .map(({ id, use }): Trace => ({ kind: "runbook", id: use.runbook, note: `in ${id}` }));
      return { of: uses.length, traces };
    },
  },
  {
    id: "stale-runbooks",
    title: "Runbooks that nobody tried lately",
    judged: "Runbooks that were never verified, or not within their review interval.",
    unit: "runbooks",
    code: "runbook-stale",
    look: ({ knowledgeBase: { runbooks, site }, now }) => {
      const traces = runbooks.flatMap(({ id, data }): Trace[] => {
        const note = verificationLack(data, site.timeZone, now);
        return note === undefined ? [] : [{ kind: "runbook", id, note }];
      });
      return { of: runbooks.length, traces };
    },
  },
  {
    id: "harmful-automation",
    title: "Automation that failed or did harm",
    judged: "Runs of automation in the last year that failed or did harm.",
    unit: "runs of automation",
    measure: "automation-harm",
    look: ({ knowledgeBase, year }) => {
      const runs = knowledgeBase.runbooks.flatMap(({ id, data }) =>
        (data.automation?.runs ?? []).map((run) => ({ id, run })),
      );
      const recent = runs.filter(({ run }) => year.from <= epochOf(run.at) && epochOf(run.at) < year.to);
      const traces = recent
        .filter(({ run }) => run.outcome === "failed" || run.outcome === "did-harm")
        .map(
          ({ id, run }): Trace => ({
            kind: "runbook",
            id,
            note: run.outcome === "failed" ? "failed" : "did harm",
          }),
        );
      return { of: recent.length, traces };
    },
  },
  {
    id: "unguarded-automation",
    title: "Automation that cannot be undone",
    judged: "Automation without a way back, without a canary, or never validated.",
    unit: "runbooks with automation",
    look: ({ knowledgeBase }) => {
      const automated = knowledgeBase.runbooks.filter(({ data }) => data.automation !== undefined);
      const traces = automated.flatMap(({ id, data }): Trace[] => {
        const lacks = automationLacks(data.automation!);
        return lacks.length === 0 ? [] : [{ kind: "runbook", id, note: `no ${lacks.join(", no ")}` }];
      });
      return { of: automated.length, traces };
    },
  },
  {
    id: "stale-dashboards",
    title: "Dashboards that nobody looks after",
    judged: "Dashboards of services that have no owner, or were not reviewed within the policy's time.",
    unit: "dashboards",
    look: ({ knowledgeBase: { services, site }, now }) => {
      const dashboards = services.flatMap(({ id, data }) =>
        data.dashboards.map((dashboard) => ({ id, dashboard })),
      );
      const traces = dashboards.flatMap(({ id, dashboard }): Trace[] => {
        const why = dashboardLack(dashboard, site, now);
        return why === undefined ? [] : [{ kind: "service", id, note: `${dashboard.title}: ${why}` }];
      });
      return { of: dashboards.length, traces };
    },
  },
];
