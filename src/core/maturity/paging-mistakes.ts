import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { zoneOf } from "../on-call/load.ts";
import { isAtNight } from "../on-call/page-times.ts";
import { type PagingAlert, pagingAlerts } from "../on-call/paging-alerts.ts";
import { milestoneTime } from "../reliability/milestone-time.ts";
import { escalation } from "../rules/escalation.ts";
import type { OnCallLog } from "../schemas/logs.ts";
import { maintenanceWindows } from "../status/maintenance-windows.ts";
import { epochOf } from "../time.ts";
import type { MistakeKind, Seen, Sight, Trace } from "./mistake.ts";
import { incidentsOf } from "./response-mistakes.ts";

type PageSent = OnCallLog["pages"][number];

/** Mistakes that show in what wakes people. */
export const PAGING_MISTAKES: readonly MistakeKind[] = [
  {
    id: "untested-paging-paths",
    title: "Paging paths that nobody tried",
    judged: "Levels of escalation that were never tested, or not within the time that the policy allows.",
    unit: "levels of escalation",
    code: "escalation-untested",
    look: ({ knowledgeBase, now }) => {
      const { teams } = knowledgeBase.teams;
      const findings = escalation(knowledgeBase, now).filter(({ code }) => code === "escalation-untested");
      const traces = findings.flatMap(({ spot }): Trace[] => {
        const [, team, , level] = spot.field ?? [];
        const named = teams[Number(team)];
        return named === undefined
          ? []
          : [{ kind: "team", id: named.id, note: named.escalation[Number(level)]?.name ?? "" }];
      });
      return { of: teams.reduce((sum, team) => sum + team.escalation.length, 0), traces };
    },
  },
  {
    id: "thin-escalation",
    title: "One person or one channel alone",
    judged: "Teams whose whole escalation hangs on one person or on one kind of channel.",
    unit: "teams with an escalation",
    code: "escalation-thin",
    look: ({ knowledgeBase, now }) => {
      const { teams } = knowledgeBase.teams;
      const thin = escalation(knowledgeBase, now).filter(({ code }) => code === "escalation-thin");
      const traces = thin.flatMap(({ spot }): Trace[] => {
        const named = teams[Number(spot.field?.[1])];
        return named === undefined ? [] : [{ kind: "team", id: named.id }];
      });
      return { of: teams.filter((team) => team.escalation.length > 0).length, traces };
    },
  },
  {
    id: "pages-without-action",
    title: "Pages that asked for nothing",
    judged: "Pages of the last year that nobody had to act on, by team.",
    unit: "pages",
    measure: "pages-per-shift",
    look: (sight) => byTeam(sight, ({ actionable }) => !actionable),
  },
  {
    id: "night-load",
    title: "Nights that were broken",
    judged: "Pages of the last year that were sent at night, in the zone of the team's roster, by team.",
    unit: "pages",
    measure: "pages-per-shift",
    look: (sight) => {
      const { site, look } = sight.knowledgeBase;
      return byTeam(sight, ({ at, team }) =>
        isAtNight(epochOf(at), zoneOf(look.team.get(team), sight.knowledgeBase), site.policies.night),
      );
    },
  },
  {
    id: "pages-without-objective",
    title: "Pages that no objective asks for",
    judged:
      "Alerts that page for a service which promises nothing: neither it nor a journey over it has an objective.",
    unit: "paging alerts",
    look: ({ knowledgeBase }) => {
      const promised = new Set(
        knowledgeBase.journeys.flatMap(({ data }) =>
          data.journeys.flatMap((journey) => (journey.objectives.length > 0 ? journey.services : [])),
        ),
      );
      return amongPaging(
        knowledgeBase,
        ({ service }) => service.data.objectives.length === 0 && !promised.has(service.id),
      );
    },
  },
  {
    id: "alerts-without-runbook",
    title: "Alerts without a runbook",
    judged: "Alerts that page and that no runbook answers.",
    unit: "paging alerts",
    code: "alert-unanswered",
    look: ({ knowledgeBase }) =>
      amongPaging(knowledgeBase, ({ alert }) => !knowledgeBase.look.runbooksForAlert.has(alert.name)),
  },
  {
    id: "suppressions-without-end",
    title: "Silence without an end",
    judged: "Alerts that are silenced now with no end, or since more than thirty days.",
    unit: "alerts that are silenced now",
    code: "suppression-endless",
    look: ({ knowledgeBase, now }) => {
      const live = knowledgeBase.suppressions
        .flatMap(({ data }) => data.suppressions)
        .filter(({ from, until }) => epochOf(from) <= now && (until === undefined || now < epochOf(until)));
      const traces = live
        .filter(({ from, until }) => until === undefined || now - epochOf(from) > THIRTY_DAYS)
        .map(({ service, alert, from, until }): Trace => {
          const since = `since ${from.slice(0, 10)}${until === undefined ? ", no end" : ""}`;
          return service === undefined
            ? { kind: "alert", id: alert, note: since }
            : { kind: "service", id: service, note: `${alert}, ${since}` };
        });
      return { of: live.length, traces };
    },
  },
  {
    id: "alerts-in-maintenance",
    title: "Alerts while work was planned",
    judged: "Incidents of the last year that an alert raised on a service during its announced maintenance.",
    unit: "incidents that an alert raised",
    look: (sight) => {
      const { knowledgeBase, now, year } = sight;
      const windows = knowledgeBase.maintenance.flatMap((entry) =>
        maintenanceWindows(entry.data, year, now)
          .filter(({ state }) => state !== "cancelled")
          .map(({ actual }) => ({
            actual,
            services: entry.data.services.map(({ service }) => service),
            title: entry.data.title,
          })),
      );
      const raised = incidentsOf(sight).filter(({ data }) => data.detection?.alert !== undefined);
      const traces = raised.flatMap(({ id, data }): Trace[] => {
        const at = milestoneTime(data, "detected")!;
        const during = windows.find(
          ({ actual, services }) =>
            actual.from <= at && at < actual.to && services.some((each) => data.services.includes(each)),
        );
        return during === undefined ? [] : [{ kind: "incident", id, note: during.title }];
      });
      return { of: raised.length, traces };
    },
  },
];

const THIRTY_DAYS = 30 * 86_400_000;

function amongPaging({ services }: KnowledgeBase, shows: (one: PagingAlert) => boolean): Seen {
  const paging = pagingAlerts(services);
  const traces = paging
    .filter(shows)
    .map(({ service, alert }): Trace => ({ kind: "service", id: service.id, note: alert.name }));
  return { of: paging.length, traces };
}

function byTeam({ knowledgeBase, year }: Sight, shows: (page: PageSent) => boolean): Seen {
  const pages = knowledgeBase.onCallLogs
    .flatMap(({ data }) => data.pages)
    .filter(({ at }) => year.from <= epochOf(at) && epochOf(at) < year.to);
  const counts = new Map<string, number>();
  for (const page of pages) if (shows(page)) counts.set(page.team, (counts.get(page.team) ?? 0) + 1);
  const traces = [...counts]
    .sort()
    .map(([id, count]): Trace => ({ kind: "team", id, note: count === 1 ? "1 page" : `${count} pages` }));
  return { of: pages.length, traces, count: [...counts.values()].reduce((sum, count) => sum + count, 0) };
}
