import { check } from "../../src/core/check.ts";
import type { KnowledgeBase } from "../../src/core/knowledge-base/knowledge-base.ts";
import { reportConsole } from "../../src/core/reports/console.ts";
import { didYouMean } from "../../src/core/suggestion.ts";
import type { Epoch } from "../../src/core/time.ts";
import { cacheFolderOf, readContent } from "../../src/loader/read-content.ts";
import type { CommandContext } from "../command.ts";
import { presentOf } from "../present-of.ts";

/** What is known when something is to be recorded, and the instant at which it is. */
export interface Known {
  readonly knowledgeBase: KnowledgeBase;
  readonly now: Epoch;
}

/** Reads the content for a command that changes one file: trouble elsewhere is none of its business. */
export function readForChange(context: CommandContext<unknown>): Known | undefined {
  const content = readContent(context.contentDir, cacheFolderOf(context.contentDir));
  const { knowledgeBase } = content;
  if (!knowledgeBase) {
    const problems = check(undefined, content.diagnostics, content.sourceOf, context.now);
    const { color } = context.environment;
    context.writeError(
      reportConsole(problems, { files: content.files, milliseconds: 0, color, quiet: true }),
    );
    return undefined;
  }
  return { knowledgeBase, now: presentOf(context, knowledgeBase.site) };
}

/** The entry of an id, by its old ids too; says why there is none. */
export function entryFor<K extends "incident" | "maintenance">(
  context: CommandContext<unknown>,
  knowledgeBase: KnowledgeBase,
  kind: K,
  id: string,
) {
  const entries = kind === "incident" ? knowledgeBase.incidents : knowledgeBase.maintenance;
  const found = entries.find((entry) => entry.id === id || entry.data.aliases.includes(id));
  if (found)
    return found as K extends "incident" ? KnowledgeBase["incidents"][0] : KnowledgeBase["maintenance"][0];
  const broken = knowledgeBase.broken.find((entry) => entry.kind === kind && entry.id === id);
  const what = kind === "incident" ? "incident" : "planned work";
  const nearest = didYouMean(
    id,
    entries.map((entry) => entry.id),
  );
  context.writeError(
    broken
      ? `${broken.file} has errors and cannot be changed by a command: \`tidemark check\` lists them.\n`
      : `There is no ${what} ${id}.${nearest === undefined ? "" : ` ${nearest}`}\n`,
  );
  context.writeError("Nothing was written.\n");
  return undefined;
}
