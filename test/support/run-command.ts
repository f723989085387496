import { dirname } from "node:path";
import type { CommandContext, ExitCode, GitHubPlace } from "../../scripts/command.ts";
import { type Epoch, instantOf } from "../../src/core/time.ts";

/** Runs one command in this process, as of an instant, and gathers what it says on both outputs. */
export async function runCommand<Flags>(
  run: (context: CommandContext<Flags>) => Promise<ExitCode>,
  contentDir: string,
  now: Epoch,
  flags: Flags,
  github: GitHubPlace = { address: "https://api.github.com" },
): Promise<{ code: ExitCode; said: string }> {
  let said = "";
  const write = (text: string) => {
    said += text;
  };
  const context = {
    flags,
    contentDir,
    asOf: instantOf(now),
    now,
    quiet: false,
    environment: { color: false, workingDir: dirname(contentDir) },
    github,
    signal: new AbortController().signal,
    write,
    writeError: write,
  } as unknown as CommandContext<Flags>;
  return { code: await run(context), said };
}
