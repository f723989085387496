import { existsSync } from "node:fs";
import { join } from "node:path";
import type { CommandContext, ExitCode, PreviewFlags } from "./command.ts";
import { serveFolder } from "./serve-folder.ts";
import { siteBase } from "./site-base.ts";

/** Serves a built site until it is interrupted, and prints the address to open. */
export async function run(context: CommandContext<PreviewFlags>): Promise<ExitCode> {
  const { audience, port } = context.flags;
  const folder = context.flags.out ?? join(context.environment.workingDir, "dist", audience);
  if (!existsSync(join(folder, "index.html"))) {
    context.writeError(
      `There is no built site in ${folder}: run \`tidemark build --audience ${audience}\` first.\n`,
    );
    return 2;
  }
  const served = await serveFolder({ folder, base: siteBase(folder), port });
  context.write(`Open ${served.address} (Ctrl-C ends it)\n`);
  await interruptionOf(context.signal);
  await served.close();
  return 0;
}

/** Resolves when the signal is aborted. */
export function interruptionOf(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
