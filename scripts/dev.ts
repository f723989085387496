// `tidemark dev`: read → check → serve, drawing each page when it is asked for; search and gates follow in the background.
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { compileSite } from "../src/adapters/render/compile-site.ts";
import { PageDrawer } from "../src/adapters/render/page-drawer.ts";
import { addressOf } from "../src/core/addresses.ts";
import { reportConsole } from "../src/core/reports/console.ts";
import { cacheFolderOf, compileCacheIn } from "../src/loader/read-content.ts";
import { writeFacts } from "../src/loader/write-facts.ts";
import type { CommandContext, DevFlags, ExitCode } from "./command.ts";
import { answerFrom } from "./dev/answer-from.ts";
import { BackgroundBuild } from "./dev/background-build.ts";
import { DrawnOnce } from "./dev/drawn-once.ts";
import { type Reading, readEdition, UnknownAudience } from "./dev/edition.ts";
import { followChanges } from "./dev/follow-changes.ts";
import { LiveChannel } from "./dev/live-channel.ts";
import { completenessLine, type Standing } from "./dev/state.ts";
import { serveLocally } from "./local-server.ts";
import { interruptionOf } from "./preview.ts";

/** Serves the content as it is being written; while it has errors, the last good edition stays and the errors lie over it. */
export async function run(context: CommandContext<DevFlags>): Promise<ExitCode> {
  const { projectDir, nodePath, workingDir } = context.environment;
  const { audience, port } = context.flags;
  const cacheFolder = cacheFolderOf(context.contentDir);
  const cache = compileCacheIn(cacheFolder);
  const began = performance.now();
  const present = () => context.now + performance.now() - began;
  const read = () => readEdition(context, cache, present());
  let standing: Standing = { number: 0, at: clock(present()), edition: undefined };
  let background = "Search and gates: not run yet";
  let reading: Reading;
  try {
    reading = read();
  } catch (thrown) {
    if (!(thrown instanceof UnknownAudience)) throw thrown;
    context.writeError(`There is no audience ${audience}: site.yaml knows ${thrown.known.join(", ")}.\n`);
    return 2;
  }
  cache.save();
  const base = reading.edition?.base ?? "/";
  const site = await compileSite({ projectDir, nodePath, cacheFolder, base, signal: context.signal });
  const home = join(cacheFolder, "dev", `${audience}-${process.pid}`);
  const facts = join(home, "facts");
  const drawer = new PageDrawer({ nodePath, site, facts, out: join(home, "html"), base });
  const live = new LiveChannel();
  const tell = () =>
    live.tell({
      edition: standing.number,
      at: standing.at,
      problems: reading.diagnostics.filter(({ severity }) => severity === "error"),
      warnings: reading.diagnostics.filter(({ severity }) => severity === "warning").length,
      background,
    });
  const whole = new BackgroundBuild(context, (words) => {
    background = words;
    if (!context.quiet) context.write(`${words}.\n`);
    tell();
  });
  const drawn = new DrawnOnce(async (path: string, { edition }: Standing) => {
    const page = edition?.page(path);
    return page && edition && drawer.draw(path, () => writeFacts(facts, edition.site, [page]));
  });
  const take = () => {
    if (reading.edition && reading.edition.base === base) {
      standing = { number: standing.number + 1, at: clock(present()), edition: reading.edition };
      whole.wish(standing.at);
    } else showProblems(context, reading, standing, base);
    tell();
    // Whoever looks at a page asks for it next: it is drawn while their browser makes ready.
    for (const path of live.pages()) void drawn.page(path, standing).catch(() => {});
  };
  take();
  const sources = {
    base,
    standing: () => standing,
    live,
    client: site.client,
    contentDir: context.contentDir,
    built: resolve(workingDir, "dist", audience),
    draw: (path: string, at: Standing) => drawn.page(path, at),
  };
  const served = await serveLocally({
    base,
    port,
    answer: (path, request) => answerFrom(sources, path, request),
    onFailure: (error) => context.writeError(`${error instanceof Error ? error.message : error}\n`),
  });
  context.write(`Open ${served.address} (it follows ${context.contentDir}; Ctrl-C ends it)\n`);
  context.write("Pages are drawn as you open them; search and gates follow when you pause.\n");

  const stopFollowing = followChanges(context.contentDir, async (paths) => {
    const start = performance.now();
    reading = read();
    take();
    if (context.quiet || !standing.edition) return;
    if (reading.edition)
      context.write(`${[...paths].join(", ")}: shown after ${Math.round(performance.now() - start)} ms\n`);
    for (const path of paths) context.write(scoreOf(standing, path) ?? "");
  });
  await interruptionOf(context.signal);
  stopFollowing();
  whole.stop();
  live.close();
  drawer.close();
  await served.close();
  cache.save();
  rmSync(home, { recursive: true, force: true });
  return 0;
}

/** How complete the postmortem is that was just written. */
function scoreOf({ edition }: Standing, path: string): string | undefined {
  const id = /^postmortems\/([^/]+)\.mdx$/.exec(path)?.[1];
  const page = id === undefined ? undefined : edition?.page(addressOf("postmortem", id));
  return page && completenessLine(page);
}

function showProblems(
  { environment, writeError }: CommandContext<DevFlags>,
  { diagnostics, edition }: Reading,
  standing: Standing,
  base: string,
): void {
  if (edition)
    writeError(`The site's base path is now ${edition.base} and was ${base}: please start dev again.\n`);
  else
    writeError(
      reportConsole(diagnostics, { files: 0, milliseconds: 0, color: environment.color, quiet: true }),
    );
  writeError(
    standing.edition ? `You see the site as it was at ${standing.at}.\n` : "There is no site yet.\n",
  );
}

/** The time of day in UTC, to the second. */
function clock(epoch: number): string {
  return `${new Date(epoch).toISOString().slice(11, 19)} UTC`;
}
