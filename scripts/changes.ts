// `tidemark changes import`: read what is known and the files → new changes → write them into the logs → report.
import { hash } from "node:crypto";
import type { KnowledgeBase } from "../src/core/knowledge-base/knowledge-base.ts";
import type { Change } from "../src/core/schemas/logs.ts";
import { epochOf } from "../src/core/time.ts";
import { importChanges } from "../src/importers/changes/import-changes.ts";
import { knownNames } from "../src/importers/logs/known-names.ts";
import type { LogAddition } from "../src/loader/extend-logs.ts";
import type { CommandContext, ExitCode } from "./command.ts";
import { readForLogs } from "./logs/read-for-logs.ts";
import { readSources } from "./logs/read-sources.ts";
import { writeLogs } from "./logs/write-logs.ts";
import { presentOf } from "./present-of.ts";
import { refuse } from "./refuse.ts";

/** What `changes import` was asked. */
export interface ChangesFlags {
  readonly files: readonly string[];
  /** Services of records that name none. */
  readonly service: readonly string[];
  /** Environments whose deployments count. */
  readonly environment: readonly string[];
  /** The zone of times that name none. */
  readonly zone?: string;
  readonly format: "console" | "json";
  /** Report, but write nothing. */
  readonly dryRun: boolean;
}

/** Brings deployments, releases and other changes into the logs in changes/, each once. */
export async function run(context: CommandContext<ChangesFlags>): Promise<ExitCode> {
  const { flags, environment } = context;
  const sources = readSources(environment.workingDir, flags.files);
  if (typeof sources === "string") return refuse(context, 2, sources);
  const knowledgeBase = readForLogs(context, "changes");
  if (knowledgeBase === undefined) return 1;
  const unknown = flags.service.filter((id) => !knowledgeBase.look.service.has(id));
  if (unknown.length > 0) return refuse(context, 2, `There is no service \`${unknown.join("`, `")}\`.`);
  const standing = standingChanges(knowledgeBase);
  const imports = sources.map((source) => {
    const imported = importChanges({
      ...source,
      names: knownNames(knowledgeBase),
      services: flags.service,
      environments: flags.environment,
      ...(flags.zone === undefined ? {} : { zone: flags.zone }),
      now: presentOf(context, undefined),
      standing,
      digest: (text) => hash("sha256", text),
    });
    for (const change of imported.changes)
      standing.set(change.id.toLowerCase(), { change, file: logOf(change) });
    return imported;
  });
  const additions = additionsOf(imports.flatMap(({ changes }) => changes));
  return writeLogs(
    context,
    additions,
    imports.map(({ report }) => report),
  );
}

function standingChanges({ changeLogs }: KnowledgeBase): Map<string, { change: Change; file: string }> {
  return new Map(
    changeLogs.flatMap(({ data, file }) =>
      data.changes.map((change) => [change.id.toLowerCase(), { change, file }] as const),
    ),
  );
}

/** A log a month, by UTC. */
function logOf({ at }: Change): string {
  return `changes/${at.slice(0, 7)}.yaml`;
}

function additionsOf(changes: readonly Change[]): LogAddition[] {
  const months = Map.groupBy(changes, logOf);
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, list]) => ({
      path,
      lists: {
        changes: list
          .sort((a, b) => epochOf(a.at) - epochOf(b.at) || (a.id < b.id ? -1 : 1))
          // What the schema takes for granted needs no words in the log.
          .map(({ outcome, ...change }) => (outcome === "live" ? change : { ...change, outcome })),
      },
    }));
}
