// `tidemark import markdown`: read the folder and what stands → plan → write → report.
import { hash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { starterTaxonomy } from "../src/core/starter/starter-taxonomy.ts";
import { importMarkdown } from "../src/importers/markdown/import-markdown.ts";
import {
  type ImportReport,
  importReportJson,
  importReportText,
} from "../src/importers/markdown/import-report.ts";
import type { ImportPlan, StandingEntry } from "../src/importers/markdown/import-types.ts";
import { UNRATED } from "../src/importers/markdown/incident-record.ts";
import { underWritingLock } from "../src/loader/writing-lock.ts";
import type { CommandContext, ExitCode, ImportFlags } from "./command.ts";
import { readSourceFolder, type SourceFolder } from "./import/read-source-folder.ts";
import { readStanding, type Standing } from "./import/read-standing.ts";
import { mayWriteTeams, skeletonFor } from "./import/skeleton-for.ts";
import { stateOf, type WantedFile, writeWhole } from "./import/stand-in-folder.ts";
import { refuse } from "./refuse.ts";

/** Brings a folder of Markdown into a content folder and says what was mapped, kept as prose and dropped. */
export async function run(context: CommandContext<ImportFlags>): Promise<ExitCode> {
  const { source, out, dryRun } = context.flags;
  if (!existsSync(source)) return refuse(context, 2, `There is no file or folder ${source}.`);
  const folder = readSourceFolder(source, out);
  // What stands must not change between the look at it and the writing.
  return dryRun ? bring(context, folder) : underWritingLock(out, () => bring(context, folder));
}

function bring(context: CommandContext<ImportFlags>, folder: SourceFolder): ExitCode {
  const { out, kind, zone, dryRun, format } = context.flags;
  const standing = readStanding(out, digestOf);
  if (standing.problems.length > 0) return refuse(context, 1, standing.problems.join("\n"));
  const plan = importMarkdown({
    source: folder.name,
    kind,
    files: folder.files,
    pictures: folder.pictures,
    standing: standing.entries,
    severities: severitiesOf(standing),
    owners: ownersOf(standing),
    mayAddPeople: mayWriteTeams(out, digestOf),
    ...(zone === undefined ? {} : { zone }),
    digest: digestOf,
  });
  if (plan.documents.length === 0) context.writeError("Nothing here could be imported.\n");
  const documents = plan.documents.map(({ path, text }) => wanted(path, Buffer.from(text), standing.entries));
  const others = plan.documents.length === 0 ? [] : othersFor(context.flags, folder, standing, plan);
  const states = new Map([...documents, ...others].map((file) => [file.path, stateOf(out, file)]));
  if (!dryRun)
    for (const file of [...others, ...documents])
      if (/^(?:new|updated)$/.test(states.get(file.path)!)) writeWhole(out, file);
  const report = reportOf(dryRun, folder, plan, others, states);
  context.write(format === "json" ? importReportJson(report) : importReportText(report, context.quiet));
  return plan.documents.length === 0 ? 1 : 0;
}

function digestOf(text: string): string {
  return hash("sha256", text).slice(0, 32);
}

/** What stands at a path of ours may be replaced when an import wrote it and nobody touched it. */
function wanted(path: string, bytes: Buffer, entries: readonly StandingEntry[]): WantedFile {
  const standing = entries.find((entry) => entry.path === path);
  return { path, bytes, replaceable: standing?.untouched ?? false, edited: standing?.from !== undefined };
}

function othersFor(
  { out, zone }: ImportFlags,
  folder: SourceFolder,
  standing: Standing,
  plan: ImportPlan,
): WantedFile[] {
  const skeleton = skeletonFor(out, standing, plan, zone, digestOf).map(({ path, text }): WantedFile => {
    return { path, bytes: Buffer.from(text), replaceable: path === "teams.yaml", edited: true };
  });
  const pictures = plan.pictures.map(({ from, to }): WantedFile => {
    return { path: to, bytes: readFileSync(join(folder.path, from)), replaceable: false, edited: true };
  });
  return [...skeleton, ...pictures];
}

function severitiesOf({ taxonomy }: Standing): { id: string; spellings: readonly string[] }[] {
  const severities =
    taxonomy?.severities ??
    (starterTaxonomy(UNRATED).severities as unknown as { id: string; name: string; aliases?: string[] }[]);
  return severities.map(({ id, name, aliases }) => ({ id, spellings: [name, ...(aliases ?? [])] }));
}

function ownersOf({ teams }: Standing): Map<string, string> {
  const owners = new Map<string, string>();
  for (const { handle, github } of teams?.people ?? [])
    for (const name of [github, handle]) if (name) owners.set(name.toLowerCase(), handle);
  for (const { id, name, aliases } of teams?.teams ?? [])
    for (const word of [...aliases, name, id]) owners.set(word.toLowerCase(), id);
  return owners;
}

function reportOf(
  dryRun: boolean,
  folder: SourceFolder,
  plan: ImportPlan,
  others: readonly WantedFile[],
  states: ReadonlyMap<string, ImportReport["others"][number]["state"]>,
): ImportReport {
  const standing = (path: string) => ({ path, state: states.get(path)! });
  const unread = folder.unread.map(({ from, why }) => ({ from, to: [], leftOut: why, notes: [] }));
  const files = [
    ...plan.reports.map(({ to, ...report }) => ({ ...report, to: to.map(standing) })),
    ...unread,
  ];
  return {
    dryRun,
    files: files.sort((a, b) => (a.from < b.from ? -1 : 1)),
    others: others.map(({ path }) => standing(path)),
  };
}
