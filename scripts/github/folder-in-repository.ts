import { dirname, relative, sep } from "node:path";
import type { CommandContext } from "../command.ts";

/** The folder in which the content folder lies within the repository, whose root is the working folder; says so and gives `undefined` when it lies elsewhere. */
export function folderInRepository(context: CommandContext<unknown>): string | undefined {
  const folder = relative(context.environment.workingDir, dirname(context.contentDir));
  if (!folder.startsWith("..")) return folder.split(sep).join("/");
  context.writeError(
    "Expected a content folder within the working folder, which is the checked-out repository.\n",
  );
  return undefined;
}
