import { hash } from "node:crypto";
import { join, resolve } from "node:path";
import { digestOfSources, siteKey } from "../../src/adapters/render/site-key.ts";
import type { CommandContext } from "../command.ts";

/** Where the memory of the fast lane stands for one audience and one site, and for which version of the program it is good. */
export function statusMemoryPlace(
  { environment: { projectDir } }: Pick<CommandContext<unknown>, "environment">,
  cacheFolder: string,
  audience: string,
  out: string,
): { readonly path: string; readonly version: string } {
  const site = hash("sha256", resolve(out)).slice(0, 12);
  const sources = digestOfSources(projectDir, ["src/loader", "src/adapters/publish", "scripts"]);
  return {
    path: join(cacheFolder, "audiences", audience, "status", `${site}.jsonl`),
    version: `${siteKey(projectDir, "/")} ${sources.slice(0, 24)}`,
  };
}
