// What CI runs, in its order: format and lint, types of core, types of everything, then the tests (the architecture's too), and with --all Lighthouse.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { findOrInstallBrowser } from "../src/adapters/browser/install-browser.ts";
import { closingLine } from "./closing-line.ts";

const projectDir = resolve(import.meta.dirname, "..");
const words = process.argv.slice(2);
const everything = words.includes("--all");
const colour = process.stdout.isTTY || Boolean(process.env.FORCE_COLOR);
const named = words.filter((word) => word !== "--all");

const browser = findOrInstallBrowser({ platform: process.platform, variables: process.env }, (text) =>
  process.stderr.write(text),
);
if ("missing" in browser) {
  console.error(browser.missing);
  process.exit(4);
}

const scratch = mkdtempSync(join(tmpdir(), "tidemark-test-"));
const results = join(scratch, "results.json");
const failed = [
  run("format and lint", "@biomejs/biome/bin/biome", [
    "ci",
    "--error-on-warnings",
    `--colors=${colour ? "force" : "off"}`,
    ".",
  ]),
  run("types of core", "typescript/bin/tsc", ["--project", "src/core"]),
  run("types", "@astrojs/check/bin/astro-check.js", ["--minimumFailingSeverity", "error"]),
  run("tests", "vitest/vitest.mjs", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${results}`,
    ...named,
  ]),
  everything && named.length === 0 ? run("lighthouse", "../scripts/lighthouse.ts", []) : undefined,
].filter((step) => step !== undefined);

if (failed.length > 0) console.log(`\nFailed: ${failed.join(", ")}`);
console.log(closingLine(readResults()));
rmSync(scratch, { recursive: true });
process.exitCode = failed.length > 0 ? 1 : 0;

/** Runs one step to its end, whatever the others said, and names it when it failed. */
function run(name: string, program: string, args: string[]): string | undefined {
  console.log(`\n── ${name} ──`);
  const { status } = spawnSync(process.execPath, [join(projectDir, "node_modules", program), ...args], {
    cwd: projectDir,
    stdio: "inherit",
    env: {
      ...process.env,
      ...(colour ? {} : { NO_COLOR: "1" }),
      CHROME_PATH: "path" in browser ? browser.path : "",
      TIDEMARK_TESTS: everything ? "all" : (process.env.TIDEMARK_TESTS ?? "quick"),
    },
  });
  return status === 0 ? undefined : name;
}

function readResults(): unknown {
  try {
    return JSON.parse(readFileSync(results, "utf8"));
  } catch {
    return undefined;
  }
}
