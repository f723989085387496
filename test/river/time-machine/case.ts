import type { Files } from "../../support/content-folder.ts";

/** What is dated 20 March or later: its name, files with it, and the same files without it where they are not the minimal ones. */
export type Case = readonly [name: string, files: Files, without?: Files];
