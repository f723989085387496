import { realpathSync } from "node:fs";
import { expect } from "vitest";
import { digestsOf, makeContentFolder } from "../support/content-folder.ts";
import { runBuild } from "../support/run-tidemark.ts";

/** The minimal content in a folder of its own, built once, and the digests of what was built. */
export async function builtFolder() {
  const folder = makeContentFolder();
  const { code, out } = await runBuild(folder);
  expect(code).toBe(0);
  return { folder, site: digestsOf(realpathSync(out)) };
}
