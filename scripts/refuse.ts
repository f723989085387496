import { visibleText } from "../src/core/reports/visible-text.ts";
import type { CommandContext, ExitCode } from "./command.ts";

/** Says in a line or several why nothing was written, in words that cannot steer a terminal, and ends with a code. */
export function refuse(
  context: Pick<CommandContext<unknown>, "writeError">,
  code: ExitCode,
  ...lines: readonly string[]
): ExitCode {
  for (const line of lines.flatMap((each) => each.split("\n"))) context.writeError(`${visibleText(line)}\n`);
  context.writeError("Nothing was written.\n");
  return code;
}
