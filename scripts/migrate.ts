// `tidemark migrate`: read every file → work out every step → check what comes out → write, the version last.
import { basename } from "node:path";
import type { Diagnostic } from "../src/core/diagnostic.ts";
import { locate } from "../src/core/locate.ts";
import {
  type ContentText,
  type MigratedContent,
  migrateContent,
} from "../src/core/migrations/migrate-content.ts";
import type { Migration } from "../src/core/migrations/migration.ts";
import { STEPS } from "../src/core/migrations/steps.ts";
import { reportConsole } from "../src/core/reports/console.ts";
import { kindOfPath } from "../src/loader/kind-of-path.ts";
import { listFiles } from "../src/loader/list-files.ts";
import { problemsOf, readStanding, type StandingFile, writeEntry } from "../src/loader/write-entry.ts";
import type { CommandContext, ExitCode } from "./command.ts";

/** What `migrate` was asked. */
export interface MigrateFlags {
  /** Say what would change, but write nothing. */
  readonly dryRun: boolean;
}

/** Brings older content to the version that this Tidemark reads, all of it or nothing. */
export async function run(
  context: CommandContext<MigrateFlags>,
  steps: readonly Migration[] = STEPS,
): Promise<ExitCode> {
  const { contentDir } = context;
  const standing = readAll(contentDir);
  const migrated = migrateContent(
    [...standing.values()].map(({ content }) => content),
    steps,
  );
  if (!migrated.ok) return refuse(context, migrated);
  const { changed } = migrated;
  if (changed.length === 0) {
    context.write(`The content has version ${migrated.to}, the newest: nothing to do.\n`);
    return 0;
  }
  const root = basename(contentDir);
  const pathOf = ({ file }: ContentText) => file.slice(root.length + 1);
  const problems = changed.flatMap((file) => problemsOf(contentDir, pathOf(file), file.text));
  if (problems.some(({ severity }) => severity === "error")) return showProblems(context, problems);
  context.write(story(migrated, context.flags.dryRun));
  if (context.flags.dryRun) return 0;
  for (const file of changed) {
    const writing = writeEntry(contentDir, pathOf(file), file.text, standing.get(file.file)!.standing);
    if (writing.written) continue;
    context.writeError(
      `${file.file} was changed by somebody else meanwhile: run \`tidemark migrate\` again, it goes on where it stopped.\n`,
    );
    return 1;
  }
  return 0;
}

function readAll(contentDir: string): Map<string, { content: ContentText; standing: StandingFile }> {
  const all = new Map<string, { content: ContentText; standing: StandingFile }>();
  for (const { path, type } of listFiles(contentDir)) {
    const placed = kindOfPath(path);
    if (type !== "file" || placed.kind !== "document") continue;
    const standing = readStanding(contentDir, path);
    const file = `${basename(contentDir)}/${path}`;
    if (standing) all.set(file, { content: { kind: placed.of, file, text: standing.text }, standing });
  }
  return all;
}

function story(
  { from, to, steps, changed }: Extract<MigratedContent, { ok: true }>,
  dryRun: boolean,
): string {
  const lines = [
    `From version ${from} to ${to}:`,
    ...steps.map((step) => `  ${step.to}: ${step.does}`),
    ...changed.map(({ file }) => `${dryRun ? "Would change" : "Changed"} ${file}`),
  ];
  return `${lines.join("\n")}\n`;
}

function refuse(
  context: CommandContext<unknown>,
  migrated: Extract<MigratedContent, { ok: false }>,
): ExitCode {
  if ("findings" in migrated)
    return showProblems(
      context,
      locate(migrated.findings, () => undefined),
    );
  context.writeError(`${migrated.problem}.\nNothing was written.\n`);
  return 2;
}

function showProblems(context: CommandContext<unknown>, problems: readonly Diagnostic[]): ExitCode {
  const { color } = context.environment;
  context.writeError(
    reportConsole(problems, { files: problems.length, milliseconds: 0, color, quiet: true }),
  );
  context.writeError("Nothing was written: mend these, then migrate.\n");
  return 1;
}
