// The program: the one reader of arguments, environment and clock, and the one setter of exit codes.
import { readFileSync, statSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { resolve } from "node:path";
import { CommanderError } from "commander";
import type { CommandContext, CommandModule, ExitCode } from "./command.ts";
import { type RequestedCommand, readCommandLine } from "./command-line.ts";
import { describeFailure } from "./describe-failure.ts";

const now = Date.now();
const projectDir = resolve(import.meta.dirname, "..");
const debug = process.env.TIDEMARK_DEBUG === "1";
const interruption = new AbortController();

ignoreClosedPipes();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => interrupt(signal));
process.on("uncaughtException", (error) => process.exit(report(error)));
process.on("unhandledRejection", (error) => process.exit(report(error)));

const code = await main(process.argv.slice(2)).catch(report);
process.exitCode = code;
// Waits for what was written to reach its reader, then ends even when a library left a handle open.
process.stdout.write("", () => process.stderr.write("", () => process.exit(code)));

async function main(words: string[]): Promise<ExitCode> {
  const asked = words.length === 0 ? ["--help"] : words;
  const request = readCommandLine(asked, version(), { write, writeError });
  const contentDir = resolve(request.content);
  if (request.needsContent && !isFolder(contentDir)) {
    writeError(`There is no content folder ${request.content}: name one with --content DIR.\n`);
    return 2;
  }
  // The program compiled, beside the other caches: starting is most of what a short command takes.
  if (request.needsContent) enableCompileCache(resolve(contentDir, "..", ".cache", "tidemark", "program"));
  const command = (await request.load()) as CommandModule<unknown>;
  return await command.run(contextOf(request, contentDir));
}

function contextOf(request: RequestedCommand, contentDir: string): CommandContext<unknown> {
  const paths = Object.entries(request.flags).map(([name, value]) =>
    (name === "out" || name === "source") && typeof value === "string"
      ? [name, resolve(value)]
      : [name, value],
  );
  return {
    flags: Object.fromEntries(paths),
    contentDir,
    ...(request.asOf ? { asOf: request.asOf } : {}),
    now,
    quiet: request.quiet,
    environment: {
      workingDir: process.cwd(),
      projectDir,
      nodePath: process.execPath,
      color: process.stdout.isTTY === true && process.stdout.hasColors(),
      ci: Boolean(process.env.CI),
      debug,
      variables: { ...process.env },
    },
    github: gitHubPlace(process.env),
    signal: interruption.signal,
    write,
    writeError,
  };
}

/** Empty variables count as absent: a workflow cannot take one away. */
function gitHubPlace(variables: NodeJS.ProcessEnv): CommandContext<unknown>["github"] {
  const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_TOKEN } = variables;
  return {
    address: GITHUB_API_URL || "https://api.github.com",
    ...(GITHUB_REPOSITORY ? { repository: GITHUB_REPOSITORY } : {}),
    ...(GITHUB_TOKEN ? { token: GITHUB_TOKEN } : {}),
  };
}

/** The exit code of what was thrown, after saying in one sentence what happened. */
function report(thrown: unknown): ExitCode {
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 2;
  const { code, sentence } = interruption.signal.aborted
    ? { code: 4 as const, sentence: "Stopped before it was done; nothing was published." }
    : describeFailure(thrown);
  writeError(`${sentence}\n`);
  if (debug && thrown instanceof Error) writeError(`${thrown.stack}\n`);
  return code;
}

/** The first signal asks the command to stop and gives it five seconds; the second one insists. */
function interrupt(signal: NodeJS.Signals): void {
  if (interruption.signal.aborted) process.exit(4);
  interruption.abort(new Error(`Stopped by ${signal}`));
  setTimeout(() => process.exit(report(interruption.signal.reason)), 5_000).unref();
}

/** A reader that went away (`… | head`) is no failure: what it no longer wants is dropped. */
function ignoreClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
}

function write(text: string): void {
  if (process.stdout.writable) process.stdout.write(text);
}

function writeError(text: string): void {
  if (process.stderr.writable) process.stderr.write(text);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function version(): string {
  return JSON.parse(readFileSync(resolve(projectDir, "package.json"), "utf8")).version;
}
