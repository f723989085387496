import type { Edit, PlainValue } from "../editor/edit.ts";
import type { Kind } from "../schemas/kinds.ts";

/** A file as a step of a migration sees it: its values as they are written, whichever version they follow. */
export interface MigratingFile {
  readonly kind: Kind;
  readonly values: { readonly [field: string]: PlainValue | undefined };
}

/** One step from a version of the content model to the next. */
export interface Migration {
  /** The version that the content has afterwards; it had the one before. */
  readonly to: number;
  /** What changes, in one sentence for whoever reads the difference. */
  readonly does: string;
  /** What to change in one file; a file that has it already needs nothing, so that a step can be repeated. */
  readonly edits: (file: MigratingFile) => readonly Edit[];
}
