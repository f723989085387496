import { check } from "../../src/core/check.ts";
import type { KnowledgeBase } from "../../src/core/knowledge-base/knowledge-base.ts";
import { reportConsole } from "../../src/core/reports/console.ts";
import { cacheFolderOf, readContent } from "../../src/loader/read-content.ts";
import type { CommandContext } from "../command.ts";

/** The content that an import into logs adds to. While one of those logs cannot be read, what it holds would come twice: then `undefined`. */
export function readForLogs(context: CommandContext<unknown>, folder: string): KnowledgeBase | undefined {
  const { contentDir, environment } = context;
  const content = readContent(contentDir, cacheFolderOf(contentDir));
  const { knowledgeBase } = content;
  const problems = check(undefined, content.diagnostics, content.sourceOf, context.now).filter(
    ({ severity, file }) =>
      severity === "error" && (knowledgeBase === undefined || file?.includes(`/${folder}/`) === true),
  );
  if (knowledgeBase !== undefined && problems.length === 0) return knowledgeBase;
  context.writeError(
    reportConsole(problems, { files: content.files, milliseconds: 0, color: environment.color, quiet: true }),
  );
  context.writeError("Nothing was written.\n");
  return undefined;
}
