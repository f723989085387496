import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readRemote } from "../../src/adapters/git/read-remote.ts";

/** Which commit of which repository this program is; what is not known is absent. */
export interface KnownHome {
  readonly repository?: string;
  readonly commit?: string;
}

/** Asks the note that packing leaves beside package.json, else git in the checkout. */
export function tidemarkHome(projectDir: string): KnownHome {
  const note = join(projectDir, "home.json");
  if (existsSync(note)) return JSON.parse(readFileSync(note, "utf8")) as KnownHome;
  return readRemote(projectDir);
}
