import { renameSync, symlinkSync } from "node:fs";
import { currentNumber, siteFolder, siteLink, siteName } from "./out-place.ts";
import { removeLeftovers, type Staging } from "./stage.ts";

/** What readers see after a swap. */
export interface Published {
  /** The link that readers use. */
  readonly out: string;
  /** The folder that it shows now. */
  readonly folder: string;
  /** The folder that it showed before; kept until the next build, for readers that are in the middle of it. */
  readonly previous: string | undefined;
}

/** Shows the staged site: one rename of a new link over the old one, so that every reader sees the old or the new. */
export function swapSite(staging: Staging): Published {
  const { place, number, folder } = staging;
  const before = currentNumber(place);
  symlinkSync(siteName(place, number), siteLink(place, number), "dir");
  renameSync(siteLink(place, number), place.out);
  removeLeftovers(place, number);
  return { out: place.out, folder, previous: before === undefined ? undefined : siteFolder(place, before) };
}
