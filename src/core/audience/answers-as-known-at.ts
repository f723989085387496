import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import type { Incident } from "../schemas/incident.ts";
import { type Epoch, epochOf, startOfDay } from "../time.ts";

/** The consequences of an incident as they were known: an exposure, its legal duties, the vendor's part. */
export function consequencesAt(data: Incident, now: Epoch): Pick<Incident, "exposure" | "vendor"> {
  const { exposure, vendor } = data;
  const past = (instant: string | undefined) => instant !== undefined && epochOf(instant) <= now;
  return {
    ...(exposure && {
      exposure: {
        ...without(exposure, "contained", past(exposure.contained)),
        notifications: exposure.notifications
          .filter(({ clockStarted }) => past(clockStarted))
          .map((duty) => without(duty, "sent", past(duty.sent))),
      },
    }),
    ...(vendor && {
      vendor: { ...vendor, attributed: vendor.attributed.filter(({ from }) => past(from)) },
    }),
  };
}

/** What was verified, validated or run of a runbook. */
export function runbookAt(entry: Entry<"runbook">, now: Epoch, zone: string): Entry<"runbook"> {
  const { verified, automation } = entry.data;
  const data = without(entry.data, "verified", begun(verified?.on, now, zone));
  if (!automation) return { ...entry, data };
  const runs = automation.runs.filter(({ at }) => epochOf(at) <= now);
  const known = without(automation, "validated", begun(automation.validated, now, zone));
  return { ...entry, data: { ...data, automation: { ...known, runs } } };
}

/** What was reviewed and answered of a service. */
export function serviceAt(entry: Entry<"service">, now: Epoch, zone: string): Entry<"service"> {
  const { dashboards, readiness } = entry.data;
  return {
    ...entry,
    data: {
      ...entry.data,
      dashboards: dashboards.map((each) =>
        without(each, "lastReviewed", begun(each.lastReviewed, now, zone)),
      ),
      readiness: readiness.filter(({ on }) => on === undefined || begun(on, now, zone)),
    },
  };
}

/** When escalation was tried. */
export function teamsAt(teams: KnowledgeBase["teams"], now: Epoch, zone: string): KnowledgeBase["teams"] {
  return {
    ...teams,
    teams: teams.teams.map((team) => ({
      ...team,
      escalation: team.escalation.map((level) =>
        without(level, "lastTested", begun(level.lastTested, now, zone)),
      ),
    })),
  };
}

function begun(date: string | undefined, now: Epoch, zone: string): boolean {
  return date !== undefined && startOfDay(date, zone) <= now;
}

/** A value without a field that was not known yet. */
function without<T extends object, K extends keyof T>(value: T, field: K, known: boolean): T {
  if (known || value[field] === undefined) return value;
  const { [field]: _, ...rest } = value;
  return rest as T;
}
