import { spawnSync } from "node:child_process";
import { findBrowser, type Machine } from "./find-browser.ts";

/** A browser's path, or the one sentence that says what its absence asks of the reader. */
export type BrowserSearch = { readonly path: string } | { readonly missing: string };

/** Finds a browser; where there is none and apt-get may be used, installs Debian's `chromium` and finds that. */
export function findOrInstallBrowser(machine: Machine, say: (text: string) => void): BrowserSearch {
  const found = findBrowser(machine);
  if (found) return { path: found };
  if (machine.variables.CHROME_PATH)
    return {
      missing: `CHROME_PATH names ${machine.variables.CHROME_PATH}, which is no program: correct it or unset it.`,
    };
  const apt = aptGet(machine);
  if (!apt)
    return {
      missing: "The browser tests need Chromium or Chrome: install one, or set CHROME_PATH to where it is.",
    };
  say("Installing chromium by apt-get (once) ...\n");
  const environment = { ...machine.variables, DEBIAN_FRONTEND: "noninteractive" };
  for (const words of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-dejavu-core"],
  ]) {
    const [program = "apt-get", ...first] = apt;
    const { status } = spawnSync(program, [...first, ...words], {
      env: environment,
      stdio: ["ignore", "ignore", "inherit"],
    });
    if (status !== 0)
      return {
        missing: `\`apt-get ${words[0]}\` did not finish (its reason is above): install Chromium by hand, then run this again.`,
      };
  }
  const path = findBrowser(machine);
  return path
    ? { path }
    : { missing: "apt-get installed chromium, but no such program is on PATH: set CHROME_PATH to it." };
}

/** How apt-get can be called without asking for a password; absent where it cannot. */
function aptGet({ platform, variables: env }: Machine): string[] | undefined {
  if (platform !== "linux" || spawnSync("apt-get", ["--version"], { env }).status !== 0) return undefined;
  if (process.getuid?.() === 0) return ["apt-get"];
  return spawnSync("sudo", ["-n", "true"], { env }).status === 0 ? ["sudo", "-n", "apt-get"] : undefined;
}
