// `tidemark import openslo`: read what is known and the files → objectives → write them into services → report.
import { isDeepStrictEqual } from "node:util";
import type { KnowledgeBase } from "../src/core/knowledge-base/knowledge-base.ts";
import { visibleText } from "../src/core/reports/visible-text.ts";
import { objective as objectiveSchema } from "../src/core/schemas/service.ts";
import { knownNames } from "../src/importers/logs/known-names.ts";
import { type ImportedObjective, importOpenSlo } from "../src/importers/openslo/import-openslo.ts";
import type { SloProblem } from "../src/importers/openslo/slo-document.ts";
import { editEntry } from "../src/loader/edit-entry.ts";
import type { CommandContext, ExitCode } from "./command.ts";
import { readForLogs } from "./logs/read-for-logs.ts";
import { readSources } from "./logs/read-sources.ts";
import { refuse } from "./refuse.ts";

/** What `import openslo` was asked. */
export interface OpenSloFlags {
  readonly files: readonly string[];
  /** Foreign names of services and the ids that they mean. */
  readonly map: ReadonlyMap<string, string>;
  readonly format: "console" | "json";
  /** Report, but write nothing. */
  readonly dryRun: boolean;
}

type State = "added" | "standing" | "differs" | "refused";

/** Brings objectives of OpenSLO files into the services that they are about. */
export async function run(context: CommandContext<OpenSloFlags>): Promise<ExitCode> {
  const { flags, environment } = context;
  const sources = readSources(environment.workingDir, flags.files);
  if (typeof sources === "string") return refuse(context, 2, sources);
  const knowledgeBase = readForLogs(context, "services");
  if (knowledgeBase === undefined) return 1;
  const { objectives, problems } = importOpenSlo({
    files: sources,
    services: knownNames(knowledgeBase, flags.map).services,
    zone: knowledgeBase.site.timeZone,
  });
  const placed = objectives.map((each) => ({ ...each, state: place(each, knowledgeBase, context) }));
  context.write(
    flags.format === "json"
      ? `${JSON.stringify({ dryRun: flags.dryRun, objectives: placed, problems }, null, 2)}\n`
      : report(placed, problems, context),
  );
  const fine = placed.some(({ state }) => state === "added" || state === "standing");
  return fine ? 0 : 1;
}

function place(
  { service, objective }: ImportedObjective,
  knowledgeBase: KnowledgeBase,
  { contentDir, flags }: CommandContext<OpenSloFlags>,
): State {
  const entry = knowledgeBase.look.service.get(service)!;
  const standing = entry.data.objectives.find(({ id }) => id === objective.id);
  if (standing !== undefined)
    return isDeepStrictEqual(standing, objectiveSchema.parse(objective)) ? "standing" : "differs";
  if (flags.dryRun) return "added";
  const path = entry.file.slice(knowledgeBase.root.length + 1);
  return editEntry(contentDir, path, [{ do: "append", path: ["objectives"], value: { ...objective } }])
    .written
    ? "added"
    : "refused";
}

const WORDS: Readonly<Record<State, string>> = {
  added: "added",
  standing: "there already",
  differs: "left alone: an objective of that id stands there otherwise",
  refused: "left out: the file of the service cannot be changed in place, or was changed meanwhile",
};

function report(
  placed: readonly (ImportedObjective & { state: State })[],
  problems: readonly SloProblem[],
  { flags, quiet }: CommandContext<OpenSloFlags>,
): string {
  const lines = [
    ...problems
      .filter(({ leftOut }) => leftOut || !quiet)
      .map(
        ({ file, line, column, code, message, leftOut }) =>
          `${file}:${line}:${column} ${leftOut ? "left out" : "dropped"}, ${code}: ${visibleText(message)}`,
      ),
    ...placed
      .filter(({ state }) => !quiet || state === "differs" || state === "refused")
      .map(
        ({ service, objective, from, state }) =>
          `${from} → services/${service}, ${objective.id}: ${WORDS[state]}`,
      ),
  ];
  if (flags.dryRun && !quiet) lines.push("Nothing was written: --dry-run.");
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}
