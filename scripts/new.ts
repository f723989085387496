// `tidemark new KIND`: read what is known → ask for what is missing → draft → check → write.
import { check } from "../src/core/check.ts";
import type { Draft, Drafting, DraftProblem } from "../src/core/drafts/draft.ts";
import { draftIncident } from "../src/core/drafts/draft-incident.ts";
import { draftMaintenance } from "../src/core/drafts/draft-maintenance.ts";
import { draftPostmortem } from "../src/core/drafts/draft-postmortem.ts";
import { draftRunbook } from "../src/core/drafts/draft-runbook.ts";
import { draftService } from "../src/core/drafts/draft-service.ts";
import type { KnowledgeBase } from "../src/core/knowledge-base/knowledge-base.ts";
import { reportConsole } from "../src/core/reports/console.ts";
import type { Epoch } from "../src/core/time.ts";
import { type Content, cacheFolderOf, readContent } from "../src/loader/read-content.ts";
import { writeEntry } from "../src/loader/write-entry.ts";
import type { CommandContext, ExitCode, NewFlags } from "./command.ts";
import { askForMissing } from "./new/ask-for-missing.ts";
import { draftProblems } from "./new/draft-problems.ts";
import { openTerminal } from "./new/terminal.ts";
import { presentOf } from "./present-of.ts";
import { leakSentences, wordsThatLeak } from "./response/words-that-leak.ts";

/** Writes a new file that passes the check, and prints its path. */
export async function run(context: CommandContext<NewFlags>): Promise<ExitCode> {
  const content = readContent(context.contentDir, cacheFolderOf(context.contentDir));
  const { knowledgeBase } = content;
  if (!knowledgeBase) return showProblems(context, content);
  const now = presentOf(context, knowledgeBase.site);
  const terminal = context.quiet ? undefined : openTerminal(context.signal);
  const flags = terminal
    ? await askForMissing(knowledgeBase, context.flags, terminal.ask, terminal.say)
    : context.flags;
  terminal?.close();
  const drafting = draftOf(knowledgeBase, flags, now);
  if (!drafting.ok) return refuse(context, drafting.problems);
  const { draft } = drafting;
  const wrong = draftProblems(knowledgeBase, context.contentDir, draft, now);
  if (wrong.length > 0) {
    context.writeError(
      reportConsole(wrong, { files: 1, milliseconds: 0, color: context.environment.color, quiet: true }),
    );
    context.writeError("Nothing was written.\n");
    return 2;
  }
  const { visibility, title, publicTitle, update, summary } = flags;
  const leaks = wordsThatLeak(knowledgeBase, visibility, [publicTitle ?? title, update, summary], now);
  if (leaks.length > 0) {
    for (const sentence of leakSentences(leaks)) context.writeError(`${sentence}\n`);
    context.writeError("Nothing was written.\n");
    return 6;
  }
  return flags.dryRun ? show(context, draft) : write(context, draft);
}

function draftOf(knowledgeBase: KnowledgeBase, flags: NewFlags, now: Epoch): Drafting {
  const { service: services, alert: alerts, author: authors, component: components, ...wishes } = flags;
  const given = { ...wishes, ...(services ? { services } : {}) };
  switch (flags.kind) {
    case "incident":
      return draftIncident(
        knowledgeBase,
        { ...given, ...(components ? { components } : {}), ...(alerts?.[0] ? { alert: alerts[0] } : {}) },
        now,
      );
    case "postmortem":
      return draftPostmortem(knowledgeBase, { ...wishes, ...(authors ? { authors } : {}) }, now);
    case "runbook":
      return draftRunbook(knowledgeBase, { ...given, ...(alerts ? { alerts } : {}) });
    case "service":
      return draftService(knowledgeBase, wishes);
    case "maintenance":
      return draftMaintenance(knowledgeBase, given);
  }
}

function write(context: CommandContext<NewFlags>, draft: Draft): ExitCode {
  const writing = writeEntry(context.contentDir, draft.path, draft.text);
  if (writing.written) {
    context.write(`${context.contentDir}/${draft.path}\n`);
    return 0;
  }
  if (writing.because === "invalid") throw new Error(`Unexpected draft: ${writing.diagnostics[0]?.message}`);
  context.writeError(`There is a file ${draft.path} already. Nothing was written.\n`);
  return 2;
}

function show(context: CommandContext<NewFlags>, draft: Draft): ExitCode {
  context.writeError(context.quiet ? "" : `Would write ${context.contentDir}/${draft.path}:\n`);
  context.write(draft.text);
  return 0;
}

function refuse(context: CommandContext<NewFlags>, problems: readonly DraftProblem[]): ExitCode {
  for (const { message, help } of problems)
    context.writeError(`${message}.${help === undefined ? "" : ` ${help}`}\n`);
  context.writeError(
    `Nothing was written; \`tidemark new ${context.flags.kind} --help\` lists what can be said.\n`,
  );
  return 2;
}

/** Without site, taxonomy and teams nothing can be begun: says why. */
function showProblems(context: CommandContext<NewFlags>, content: Content): ExitCode {
  const diagnostics = check(undefined, content.diagnostics, content.sourceOf, context.now);
  context.writeError(
    reportConsole(diagnostics, {
      files: content.files,
      milliseconds: 0,
      color: context.environment.color,
      quiet: true,
    }),
  );
  return 1;
}
