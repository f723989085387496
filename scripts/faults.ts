// `npm run test:faults [-- COUNT [SEED]]`: ten thousand random schedules of races, faults and kills against a GitHub that fails; CI runs 500.
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";

const projectDir = resolve(import.meta.dirname, "..");
const [count = "10000", seed = "1"] = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  [join(projectDir, "node_modules/vitest/vitest.mjs"), "run", "test/adapters/github/schedules.test.ts"],
  {
    cwd: projectDir,
    stdio: "inherit",
    env: { ...process.env, TIDEMARK_SCHEDULES: count, TIDEMARK_SEED: seed },
  },
);
process.exitCode = status ?? 1;
