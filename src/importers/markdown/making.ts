import type { MarkdownImport } from "./import-types.ts";
import type { TakeNote } from "./note.ts";
import type { Owners } from "./owners.ts";
import type { PlannedSource } from "./plan-entries.ts";
import type { ReadSource } from "./read-source.ts";

/** Everything that goes into the documents of one source. */
export interface Making {
  readonly request: MarkdownImport;
  readonly entry: PlannedSource;
  readonly source: ReadSource;
  /** Its text as MDX that the guard passes. */
  readonly mdx: string;
  /** Old ids that it keeps. */
  readonly aliases: readonly string[];
  readonly owners: Owners;
  /** Paths in the content folder that are taken already. */
  readonly taken: ReadonlySet<string>;
  readonly note: TakeNote;
}
