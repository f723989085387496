import { watch } from "node:fs";
import { join } from "node:path";
import * as build from "./build.ts";
import type { CommandContext, DevFlags, ExitCode } from "./command.ts";
import { interruptionOf } from "./preview.ts";
import { serveFolder } from "./serve-folder.ts";
import { siteBase } from "./site-base.ts";

/** Editors write a file in several steps; one build after the last of them is enough. */
const settled = 150;

/** Builds, serves, and builds again whenever the content changes; a build that fails leaves the last good site up. */
export async function run(context: CommandContext<DevFlags>): Promise<ExitCode> {
  const { audience, port } = context.flags;
  const folder = join(context.environment.workingDir, "dist", audience);
  const buildAgain = () => build.run({ ...context, flags: { audience } });

  const first = await buildAgain();
  if (first !== 0) return first;
  const served = await serveFolder({ folder, base: siteBase(folder), port });
  context.write(`Open ${served.address} (it follows ${context.contentDir}; Ctrl-C ends it)\n`);

  const stopWatching = afterEachChange(context.contentDir, async () => {
    if ((await buildAgain()) !== 0) context.writeError("The site stays as it was before this change.\n");
  });
  await interruptionOf(context.signal);
  stopWatching();
  await served.close();
  return 0;
}

/** Calls a function after changes have settled, one call at a time, once more when something changed meanwhile. */
function afterEachChange(folder: string, act: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(act);
    }, settled);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
