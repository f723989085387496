import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { mediaName } from "../core/addresses.ts";
import type { Asset } from "../core/knowledge-base/knowledge-base.ts";

/** Copies the pictures that an audience may see into its site, each under a name made of its digest. */
export function copyMedia(contentFolder: string, assets: readonly Asset[], target: string): void {
  if (assets.length > 0) mkdirSync(target, { recursive: true });
  for (const asset of assets) copyFileSync(join(contentFolder, asset.path), join(target, mediaName(asset)));
}
