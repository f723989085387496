// `tidemark oncall import`: read what is known and the files → new pages and shifts → write them into the logs → report.
import type { KnowledgeBase } from "../src/core/knowledge-base/knowledge-base.ts";
import type { Epoch } from "../src/core/time.ts";
import { knownNames } from "../src/importers/logs/known-names.ts";
import { importOnCall, keyOf } from "../src/importers/on-call/import-on-call.ts";
import type { KnownAlert, Page, WorkedShift } from "../src/importers/on-call/page-reading.ts";
import type { LogAddition } from "../src/loader/extend-logs.ts";
import type { CommandContext, ExitCode } from "./command.ts";
import { readForLogs } from "./logs/read-for-logs.ts";
import { readSources } from "./logs/read-sources.ts";
import { writeLogs } from "./logs/write-logs.ts";
import { presentOf } from "./present-of.ts";
import { refuse } from "./refuse.ts";

/** What `oncall import` was asked. */
export interface OnCallFlags {
  readonly files: readonly string[];
  /** The team of what names none. */
  readonly team?: string;
  /** Foreign names and the handles or ids that they mean. */
  readonly map: ReadonlyMap<string, string>;
  /** The zone of times that name none. */
  readonly zone?: string;
  readonly format: "console" | "json";
  /** Report, but write nothing. */
  readonly dryRun: boolean;
}

/** Brings pages and worked shifts into the logs in on-call/, each once. */
export async function run(context: CommandContext<OnCallFlags>): Promise<ExitCode> {
  const { flags, environment } = context;
  const sources = readSources(environment.workingDir, flags.files);
  if (typeof sources === "string") return refuse(context, 2, sources);
  const knowledgeBase = readForLogs(context, "on-call");
  if (knowledgeBase === undefined) return 1;
  if (flags.team !== undefined && !knowledgeBase.look.team.has(flags.team))
    return refuse(context, 2, `There is no team \`${flags.team}\`.`);
  const standing = standingKeys(knowledgeBase);
  const known = whatIsKnown(knowledgeBase, flags, presentOf(context, undefined));
  const imports = sources.map((source) => {
    const imported = importOnCall({ ...source, ...known, standing });
    for (const page of imported.pages) standing.add(keyOf({ kind: "page", page }));
    for (const shift of imported.shifts) standing.add(keyOf({ kind: "shift", shift }));
    return imported;
  });
  const additions = additionsOf(
    imports.flatMap(({ pages }) => pages),
    imports.flatMap(({ shifts }) => shifts),
  );
  return writeLogs(
    context,
    additions,
    imports.map(({ report }) => report),
  );
}

function whatIsKnown(knowledgeBase: KnowledgeBase, { team, zone, map }: OnCallFlags, now: Epoch) {
  const { services, teams, incidents, site } = knowledgeBase;
  const alerts = services.flatMap(({ id, data }) =>
    data.alerts.map((alert): KnownAlert => ({ ...alert, service: id })),
  );
  return {
    names: knownNames(knowledgeBase, map),
    alerts: Map.groupBy(alerts, ({ name }) => name.toLowerCase()),
    owners: new Map(services.map(({ id, data }) => [id, data.owner])),
    teamsOf: new Map(
      teams.people.map(({ handle }) => [
        handle,
        teams.teams.filter(({ members }) => members.includes(handle)).map(({ id }) => id),
      ]),
    ),
    incidents: new Set(incidents.map(({ id }) => id)),
    routes: site.alerting,
    ...(team === undefined ? {} : { team }),
    ...(zone === undefined ? {} : { zone }),
    now,
  };
}

function standingKeys({ onCallLogs }: KnowledgeBase): Set<string> {
  return new Set(
    onCallLogs.flatMap(({ data }) => [
      ...data.pages.map((page) => keyOf({ kind: "page", page })),
      ...data.shifts.map((shift) => keyOf({ kind: "shift", shift })),
    ]),
  );
}

/** A log a month, by UTC. */
function additionsOf(pages: readonly Page[], shifts: readonly WorkedShift[]): LogAddition[] {
  const paged = Map.groupBy(pages, ({ at }) => at.slice(0, 7));
  const worked = Map.groupBy(shifts, ({ from }) => from.slice(0, 7));
  return [...new Set([...paged.keys(), ...worked.keys()])].sort().map((month) => ({
    path: `on-call/${month}.yaml`,
    lists: {
      shifts: (worked.get(month) ?? []).map((shift) => ({ ...shift })),
      // What the schema takes for granted needs no words in the log.
      pages: (paged.get(month) ?? []).map(({ actionable, ...page }) =>
        actionable ? page : { ...page, actionable },
      ),
    },
  }));
}
