import { hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What decides how the compiled site draws: its sources, the core that it shows, what is served as is, and the lock of its libraries. */
const SOURCES = ["src/site", "src/core", "public", "astro.config.mjs", "package.json"];

/** Digest of everything that goes into the compiled site, base path included. */
export function siteKey(projectDir: string, base: string): string {
  const parts = [base, process.versions.node];
  for (const source of SOURCES) for (const path of filesOf(join(projectDir, source))) parts.push(path.slice(projectDir.length), hash("sha256", readFileSync(path)));
  return hash("sha256", parts.join("\0")).slice(0, 24);
}

function filesOf(path: string): string[] {
  if (/\.(mjs|json)$/.test(path)) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .sort();
}
