import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { compileSite } from "../../src/adapters/render/compile-site.ts";
import type { Diagnostic } from "../../src/core/diagnostic.ts";
import type { ContentFolder } from "./content-folder.ts";

const projectDir = resolve(import.meta.dirname, "../..");

/** How a run of the program ended. */
export interface Run {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly milliseconds: number;
}

/** Runs the real program to its end. */
export function runTidemark(words: readonly string[], variables: Record<string, string> = {}): Promise<Run> {
  return ended(startTidemark(words, variables));
}

/** Starts the real program, in the folder of this project or another. */
export function startTidemark(
  words: readonly string[],
  variables: Record<string, string> = {},
  cwd = projectDir,
): ChildProcess {
  const program = join(projectDir, "scripts", "tidemark.ts");
  return spawn(process.execPath, [program, ...words], {
    cwd,
    env: { ...process.env, ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Waits for a started program. */
export function ended(child: ChildProcess): Promise<Run> {
  const started = performance.now();
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk) => (stdout += chunk));
  child.stderr?.on("data", (chunk) => (stderr += chunk));
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code, signal) =>
      done({ code, signal, stdout, stderr, milliseconds: performance.now() - started }),
    );
  });
}

/** Runs `check --format json` and reads what it says. */
export async function runCheck(
  { content }: ContentFolder,
  ...words: string[]
): Promise<Run & { diagnostics: Diagnostic[] }> {
  const run = await runTidemark(["--content", content, "check", "--format", "json", ...words]);
  const { diagnostics } = JSON.parse(run.stdout || '{"diagnostics":[]}') as { diagnostics: Diagnostic[] };
  return { ...run, diagnostics };
}

/** Runs `build` for an audience into `out/AUDIENCE` beside the content, with templates that were compiled once for all tests. */
export async function runBuild(
  folder: ContentFolder,
  audience = "internal",
  words: readonly string[] = [],
  variables: Record<string, string> = {},
): Promise<Run & { out: string }> {
  await giveCompiledSite(folder);
  const out = join(folder.root, "out", audience);
  const run = await runTidemark(
    ["--content", folder.content, "build", "--audience", audience, "--out", out, ...words],
    variables,
  );
  return { ...run, out };
}

/** Puts the compiled templates into a content folder's cache; the first test that asks compiles them. */
export async function giveCompiledSite({ root }: ContentFolder, base = "/"): Promise<void> {
  // A folder for each base path: whoever compiles forgets what else stands in the folder.
  const cache = join(projectDir, ".cache", "tests", base);
  const target = join(root, ".cache", "tidemark", "site");
  if (existsSync(target)) return;
  const { key, entry } = await compileSite({
    projectDir,
    nodePath: process.execPath,
    cacheFolder: cache,
    base,
  });
  cpSync(resolve(entry, "../.."), join(target, key), { recursive: true });
}
