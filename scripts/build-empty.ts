import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Builds the internal site of what `tidemark init` makes, as one sees it on the first day; returns the site and the folder to remove. */
export function buildEmpty(projectDir: string): { readonly site: string; readonly home: string } {
  const home = mkdtempSync(join(tmpdir(), "tidemark-empty-"));
  const folder = join(home, "knowledge");
  const site = join(home, "site");
  const program = join(projectDir, "scripts", "tidemark.ts");
  for (const words of [
    ["init", folder, "--yes"],
    ["--quiet", "--content", join(folder, "content"), "build", "--out", site],
  ]) {
    const { status } = spawnSync(process.execPath, [program, ...words], {
      cwd: projectDir,
      stdio: "inherit",
    });
    if (status !== 0) process.exit(status ?? 3);
  }
  return { site, home };
}
