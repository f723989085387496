import { NEW_KINDS, newOptions } from "../new/new-options.ts";
import type { CommandRow } from "./command-row.ts";

/** `tidemark new …`: one row for each kind of file. */
export const NEW_ROWS: readonly CommandRow[] = NEW_KINDS.map(([kind, does]) => ({
  words: kind,
  does,
  load: () => import("../new.ts"),
  options: newOptions(kind),
  fixed: { kind, dryRun: false },
}));
