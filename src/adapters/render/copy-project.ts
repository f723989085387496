import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { SITE_SOURCES } from "./site-key.ts";

/** Whether the program lies among installed packages, where nothing may be written. */
export function isInstalled(projectDir: string): boolean {
  return projectDir.split(sep).includes("node_modules");
}

/** Copies what Astro compiles into a folder of ours, with links to the libraries, and gives its path: Astro writes beside its sources. */
export function copyProject(projectDir: string, folder: string): string {
  const root = join(folder, "project");
  for (const source of [...SITE_SOURCES, "tsconfig.json"])
    cpSync(join(projectDir, source), join(root, source), { recursive: true });
  const { dependencies } = JSON.parse(readFileSync(join(projectDir, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
  };
  const places = createRequire(join(projectDir, "package.json")).resolve.paths("astro") ?? [];
  for (const name of Object.keys(dependencies)) {
    const place = places.find((candidate) => existsSync(join(candidate, name, "package.json")));
    if (place === undefined) continue;
    const link = join(root, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(place, name), link, "junction");
  }
  return root;
}
