// `tidemark status build|watch`: the fast lane, once or until it is stopped.
import { resolve } from "node:path";
import { PublishRefused } from "../src/adapters/publish/publish-refused.ts";
import { check } from "../src/core/check.ts";
import { reportConsole } from "../src/core/reports/console.ts";
import { buildStatus, type StatusOutcome } from "./build-status.ts";
import type { CommandContext, ExitCode } from "./command.ts";
import { describeFailure } from "./describe-failure.ts";
import { followChanges } from "./dev/follow-changes.ts";

/** What `status build` and `status watch` were asked. */
export interface StatusFlags {
  readonly watch: boolean;
  readonly audience: string;
  /** Absolute; absent: `dist/AUDIENCE` in the working folder. */
  readonly out?: string;
}

/** Time passes even where no file changes: planned work begins and ends. */
const MINUTE = 60_000;

/** Brings the status up to date; what is wrong elsewhere is reported and in nobody's way. */
export async function run(context: CommandContext<StatusFlags>): Promise<ExitCode> {
  const { watch, audience } = context.flags;
  const out = context.flags.out ?? resolve(context.environment.workingDir, "dist", audience);
  const once = async (now: number): Promise<ExitCode> => {
    try {
      return report(context, out, await buildStatus({ ...context, now }, { audience, out }));
    } catch (thrown) {
      if (!(thrown instanceof PublishRefused)) throw thrown;
      context.writeError(`${thrown.message}\n`);
      return 2;
    }
  };
  if (!watch) return once(context.now);
  const started = performance.now();
  let running = Promise.resolve<unknown>(undefined);
  const again = (): Promise<unknown> => {
    running = running.then(async () => {
      try {
        await once(context.now + performance.now() - started);
      } catch (thrown) {
        context.writeError(`${describeFailure(thrown).sentence}\n`);
      }
    });
    return running;
  };
  await again();
  const stop = followChanges(context.contentDir, () => again().then(() => {}));
  const clock = setInterval(again, MINUTE);
  await new Promise<void>((done) => {
    if (context.signal.aborted) done();
    context.signal.addEventListener("abort", () => done(), { once: true });
  });
  clearInterval(clock);
  stop();
  await running;
  return 0;
}

function report(context: CommandContext<StatusFlags>, out: string, outcome: StatusOutcome): ExitCode {
  switch (outcome.kind) {
    case "content": {
      const { content } = outcome;
      const { color } = context.environment;
      const problems = check(undefined, content.diagnostics, content.sourceOf, context.now);
      context.writeError(
        reportConsole(problems, { files: content.files, milliseconds: 0, color, quiet: true }),
      );
      context.writeError("Nothing was built: without site, taxonomy and teams there is no status.\n");
      return 1;
    }
    case "unknown-audience":
      context.writeError(`${context.flags.audience} is no audience outside that site.yaml knows.\n`);
      return 2;
    case "held-back":
      for (const { file, form, token, kind } of outcome.leaks.slice(0, 50))
        context.writeError(
          `${file} holds the internal ${kind} ${JSON.stringify(token)} (found as ${form}).\n`,
        );
      context.writeError("Nothing was published: the site before it still stands.\n");
      return 6;
    case "published": {
      for (const { file, stays } of outcome.unsound)
        context.writeError(
          `${file} has errors (\`tidemark check\` lists them): ${stays ? "it stays as it last was" : "it is left out"}.\n`,
        );
      for (const path of outcome.gone)
        context.writeError(
          `/${path.replace(/index\.html$/, "")} is no longer public and was taken away; \`tidemark build\` takes it out of lists and search too.\n`,
        );
      const { incidents } = outcome;
      if (!context.quiet)
        context.write(
          `Status up to date: ${counted(outcome.files, "file")} written, ${counted(incidents.length, "incident")} drawn anew: ${out}\n`,
        );
      return 0;
    }
  }
}

function counted(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`;
}
