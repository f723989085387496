import type { Files } from "../../support/content-folder.ts";

/** A way to change what only colleagues may know: what it changes, and the files. */
export type Mutation = readonly [what: string, files: Files];
