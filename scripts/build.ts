// `tidemark build`: content → site for one audience.
import { resolve } from "node:path";
import type { OutputReport } from "../src/adapters/publish/check-output.ts";
import { PublishRefused } from "../src/adapters/publish/publish-refused.ts";
import { reportConsole } from "../src/core/reports/console.ts";
import { type BuildOutcome, buildSite, type Phase } from "./build-site.ts";
import type { BuildFlags, CommandContext, ExitCode } from "./command.ts";

/** Builds the site of one audience and publishes it by an atomic swap; nothing changes when anything is wrong. */
export async function run(context: CommandContext<BuildFlags>): Promise<ExitCode> {
  const { audience } = context.flags;
  const out = context.flags.out ?? resolve(context.environment.workingDir, "dist", audience);
  try {
    return report(context, await buildSite(context, { audience, out }));
  } catch (thrown) {
    if (!(thrown instanceof PublishRefused)) throw thrown;
    context.writeError(`${thrown.message}\n`);
    return 2;
  }
}

/** Says how a build ended. */
export function report(context: CommandContext<BuildFlags>, outcome: BuildOutcome): ExitCode {
  switch (outcome.kind) {
    case "content":
      context.writeError(
        reportConsole(outcome.diagnostics, {
          files: outcome.files,
          milliseconds: 0,
          color: context.environment.color,
          quiet: true,
        }),
      );
      context.writeError("Nothing was built: the content has errors.\n");
      return 1;
    case "unknown-audience":
      context.writeError(
        `There is no audience ${context.flags.audience}: site.yaml knows ${outcome.known.join(", ")}.\n`,
      );
      return 2;
    case "held-back":
      context.writeError(gateWords(outcome.report));
      context.writeError(exceptionWords(context, outcome.report));
      context.writeError("Nothing was published: the site before it still stands.\n");
      return outcome.report.leaks.length > 0 ? 6 : 3;
    case "published": {
      const { unwatched } = outcome.report;
      if (unwatched.length > 0)
        context.write(
          `Not watched by the leak gate, because public words are the same: ${unwatched.join(", ")}\n`,
        );
      context.write(exceptionWords(context, outcome.report));
      if (context.quiet) return 0;
      const undrawn = outcome.diagnostics.filter(({ code }) => code === "diagram-missing").length;
      if (undrawn > 0)
        context.write(
          `Diagrams that are not drawn yet and show as their source: ${undrawn}. \`tidemark diagrams\` draws them.\n`,
        );
      const seconds = outcome.phases.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
      context.write(
        `Built ${outcome.pages} pages (${outcome.drawn} drawn anew) from ${outcome.files} files in ${seconds.toFixed(1)} s: ${outcome.out}\n`,
      );
      if (context.environment.debug) for (const phase of outcome.phases) context.write(phaseLine(phase));
      return 0;
    }
  }
}

/** What the leak gate lets pass, printed at every gated build. */
function exceptionWords({ flags, quiet }: CommandContext<BuildFlags>, { exceptions }: OutputReport): string {
  if (flags.audience === "internal") return "";
  if (exceptions.length === 0) return quiet ? "" : "Leak exceptions: none.\n";
  return exceptions
    .map(({ token, reason, used }) => `Leak exception ${token} (${reason}): used ${used} times\n`)
    .join("");
}

/** What one step took. */
function phaseLine({ name, milliseconds, cpuMilliseconds }: Phase): string {
  return `  ${name.padEnd(14)}${milliseconds.toFixed(0).padStart(7)} ms wall ${cpuMilliseconds.toFixed(0).padStart(7)} ms CPU\n`;
}

/** What the gates found, a line each. */
function gateWords({ pages, strangeFiles, deadLinks, leaks }: OutputReport): string {
  const lines = [
    ...pages.missing.map((path) => `The page ${path} should exist and does not.`),
    ...pages.unexpected.map((path) => `The page ${path} exists and should not.`),
    ...strangeFiles.map((file) => `${file} is of a type that no site of ours holds.`),
    ...deadLinks
      .slice(0, 50)
      .map(({ file, link, problem }) => `${file} links to ${link}, which leads nowhere (${problem}).`),
    ...leaks
      .slice(0, 50)
      .map(
        ({ file, form, token, kind }) =>
          `${file} holds the internal ${kind} ${JSON.stringify(token)} (found as ${form}).`,
      ),
  ];
  const more = deadLinks.length + leaks.length - Math.min(50, deadLinks.length) - Math.min(50, leaks.length);
  return `${lines.join("\n")}\n${more > 0 ? `and ${more} more\n` : ""}`;
}
