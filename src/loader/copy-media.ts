import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mediaName } from "../core/addresses.ts";
import type { Asset } from "../core/knowledge-base/knowledge-base.ts";
import { stripMetadata } from "./picture/strip-metadata.ts";

/** Copies the pictures that an audience may see into its site, without their metadata, each under a name made of its digest. */
export function copyMedia(contentFolder: string, assets: readonly Asset[], target: string): void {
  if (assets.length > 0) mkdirSync(target, { recursive: true });
  for (const asset of assets)
    writeFileSync(
      join(target, mediaName(asset)),
      stripMetadata(readFileSync(join(contentFolder, asset.path)), asset.type),
    );
}
