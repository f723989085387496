import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** Builds the demo's internal site as `npm start` would, and says where it is. */
export function buildDemo(projectDir: string): string {
  const site = join(projectDir, "dist", "internal");
  const { status } = spawnSync(
    process.execPath,
    [join(projectDir, "scripts", "tidemark.ts"), "build", "--out", site],
    { cwd: projectDir, stdio: "inherit" },
  );
  if (status !== 0) process.exit(status ?? 3);
  return site;
}
