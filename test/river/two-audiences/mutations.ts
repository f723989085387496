import type { Mutation } from "./mutation.ts";
import { OTHER_FILES } from "./other-files.ts";
import { PUBLIC_INCIDENTS } from "./public-incidents.ts";
import { PUBLIC_TEXTS } from "./public-texts.ts";
import { WHOLE_ENTRIES } from "./whole-entries.ts";

/** Ways to change what only colleagues may know; outsiders must not be able to tell one from another, or from none. */
export const MUTATIONS: readonly Mutation[] = [
  ...WHOLE_ENTRIES,
  ...OTHER_FILES,
  ...PUBLIC_INCIDENTS,
  ...PUBLIC_TEXTS,
];
