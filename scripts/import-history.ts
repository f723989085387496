// `tidemark import cstate|statuspage|upptime`: read the source and what stands → plan → write → report.
import { hash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { starterTaxonomy } from "../src/core/starter/starter-taxonomy.ts";
import { readCstate } from "../src/importers/cstate/read-cstate.ts";
import type { ForeignHistory } from "../src/importers/history/foreign-history.ts";
import { type HistoryPlan, planHistory } from "../src/importers/history/history-plan.ts";
import {
  type ImportReport,
  importReportJson,
  importReportText,
} from "../src/importers/markdown/import-report.ts";
import type { StandingEntry } from "../src/importers/markdown/import-types.ts";
import { UNASSIGNED_SERVICE, UNRATED } from "../src/importers/markdown/incident-record.ts";
import { readStatuspage } from "../src/importers/statuspage/read-statuspage.ts";
import { readUpptime } from "../src/importers/upptime/read-upptime.ts";
import { underWritingLock } from "../src/loader/writing-lock.ts";
import type { CommandContext, ExitCode } from "./command.ts";
import type { HistoryFlags } from "./import/history-flags.ts";
import { readStanding, type Standing } from "./import/read-standing.ts";
import { readTexts, type SourceTexts } from "./import/read-texts.ts";
import { serviceNames } from "./import/service-names.ts";
import { mayWriteTeams, skeletonFor } from "./import/skeleton-for.ts";
import { stateOf, type WantedFile, writeWhole } from "./import/stand-in-folder.ts";
import { refuse } from "./refuse.ts";

const WANTED = {
  cstate: /\.(?:md|html|ya?ml)$/i,
  statuspage: /\.json$/i,
  upptime: /(?:^|\/)(?:\.upptimerc\.ya?ml|issues[^/]*\.json|history\/summary\.json)$/i,
} as const;

/** Brings the past of a foreign status page into a content folder and says what was mapped, kept as prose and dropped. */
export async function run(context: CommandContext<HistoryFlags>): Promise<ExitCode> {
  const { from, source, out, dryRun } = context.flags;
  if (!existsSync(source)) return refuse(context, 2, `There is no file or folder ${source}.`);
  const texts = readTexts(source, WANTED[from], out);
  // What stands must not change between the look at it and the writing.
  return dryRun ? bring(context, texts) : underWritingLock(out, () => bring(context, texts));
}

function bring(context: CommandContext<HistoryFlags>, texts: SourceTexts): ExitCode {
  const { out, dryRun, format } = context.flags;
  const standing = readStanding(out, digestOf);
  if (standing.problems.length > 0) return refuse(context, 1, standing.problems.join("\n"));
  const history = historyIn(context.flags, texts);
  const plan = planHistory(history, {
    standing: standing.entries,
    services: serviceNames(out),
    owner: ownerIn(out, standing),
    severity: severityIn(standing),
    digest: digestOf,
  });
  const nothing =
    plan.documents.length === 0 && plan.services.length === 0 && history.components.length === 0;
  if (nothing) context.writeError("Nothing here could be imported.\n");
  const documents = plan.documents.map(({ path, text }) => wanted(path, text, standing.entries));
  const others = nothing ? [] : othersFor(context.flags, standing, plan, history);
  const states = new Map([...documents, ...others].map((file) => [file.path, stateOf(out, file)]));
  if (!dryRun)
    for (const file of [...others, ...documents])
      if (/^(?:new|updated)$/.test(states.get(file.path)!)) writeWhole(out, file);
  const report = reportOf(dryRun, texts, plan, others, states);
  context.write(format === "json" ? importReportJson(report) : importReportText(report, context.quiet));
  return nothing ? 1 : 0;
}

function historyIn({ from, zone }: HistoryFlags, { name: source, files }: SourceTexts): ForeignHistory {
  switch (from) {
    case "cstate":
      return readCstate({ source, files, zone: zone ?? "UTC" });
    case "statuspage":
      return readStatuspage({ source, files });
    case "upptime":
      return readUpptime({ source, files });
  }
}

function digestOf(text: string): string {
  return hash("sha256", text).slice(0, 32);
}

function wanted(path: string, text: string, entries: readonly StandingEntry[]): WantedFile {
  const standing = entries.find((entry) => entry.path === path);
  return {
    path,
    bytes: Buffer.from(text),
    replaceable: standing?.untouched ?? false,
    edited: standing?.from !== undefined,
  };
}

/** Services, and the files that a new content folder cannot do without; nothing that stands is touched. */
function othersFor(
  { out, zone }: HistoryFlags,
  standing: Standing,
  plan: HistoryPlan,
  history: ForeignHistory,
): WantedFile[] {
  const asPlan = { documents: plan.documents, pictures: [], people: [], reports: [] };
  const needed = plan.documents.some(({ text }) => text.includes(UNASSIGNED_SERVICE));
  const skeleton = skeletonFor(out, standing, asPlan, zone, digestOf, history)
    .filter(({ path }) => needed || path !== `services/${UNASSIGNED_SERVICE}.mdx`)
    .map(({ path, text }): WantedFile => {
      return { path, bytes: Buffer.from(text), replaceable: path === "teams.yaml", edited: true };
    });
  const services = plan.services
    .filter(({ path }) => !existsSync(join(out, path)))
    .map(
      ({ path, text }): WantedFile => ({ path, bytes: Buffer.from(text), replaceable: false, edited: true }),
    );
  return [...skeleton, ...services];
}

/** Imported incidents are rated by nobody; where the taxonomy has no word for that, they get its lowest severity. */
function severityIn({ taxonomy }: Standing): string {
  const severities =
    taxonomy?.severities ?? (starterTaxonomy(UNRATED).severities as unknown as { id: string }[]);
  return severities.find(({ id }) => id === UNRATED)?.id ?? severities.at(-1)!.id;
}

function ownerIn(out: string, { teams }: Standing): string {
  return mayWriteTeams(out, digestOf) ? UNASSIGNED_SERVICE : (teams?.teams[0]?.id ?? UNASSIGNED_SERVICE);
}

function reportOf(
  dryRun: boolean,
  { unread }: SourceTexts,
  plan: HistoryPlan,
  others: readonly WantedFile[],
  states: ReadonlyMap<string, ImportReport["others"][number]["state"]>,
): ImportReport {
  const standing = (path: string) => ({ path, state: states.get(path)! });
  const files = [
    ...plan.reports.map(({ to, ...report }) => ({ ...report, to: to.map(standing) })),
    ...unread.map(({ from, why }) => ({ from, to: [], leftOut: why, notes: [] })),
  ];
  return {
    dryRun,
    files: files.sort((a, b) => (a.from < b.from ? -1 : 1)),
    others: others.map(({ path }) => standing(path)),
  };
}
