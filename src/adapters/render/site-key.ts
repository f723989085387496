import { hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What decides how the compiled site draws: its sources, the core that it shows, what is served as is, and the lock of its libraries. */
export const SITE_SOURCES = ["src/site", "src/core", "public", "astro.config.mjs", "package.json"];

/** Digest of everything that goes into the compiled site, base path included. */
export function siteKey(projectDir: string, base: string): string {
  return hash(
    "sha256",
    `${base} ${process.versions.node} ${digestOfSources(projectDir, SITE_SOURCES)}`,
  ).slice(0, 24);
}

/** Digest of files and folders of the program: what is cached under it is made anew when the program changes. */
export function digestOfSources(projectDir: string, sources: readonly string[]): string {
  const files = sources.flatMap((source) => filesOf(join(projectDir, source)));
  return hash(
    "sha256",
    files.map((path) => `${path.slice(projectDir.length)} ${hash("sha256", readFileSync(path))}`).join("\n"),
  );
}

function filesOf(path: string): string[] {
  if (/\.(mjs|json)$/.test(path)) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .sort();
}
