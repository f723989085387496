import type { Severity } from "./diagnostic.ts";

/** The way to a field: keys and list positions from the top of the front matter or YAML file. */
export type FieldPath = readonly (string | number)[];

/** What in a file a problem is about, before anybody looked up its line and column. */
export interface Spot {
  /** Path relative to the parent of the content folder. */
  readonly file: string;
  /** A field; `[]` is the whole front matter. A field that is absent stands for its nearest parent. */
  readonly field?: FieldPath;
  /** Point at the field's name instead of its value. */
  readonly name?: boolean;
  /** The nth link or image of the body, from 0. */
  readonly link?: number;
  /** The nth diagram of the body, from 0, and a line of its source from 1; 0 is the line of its fence. */
  readonly diagram?: number;
  readonly row?: number;
  /** A place that is already known. */
  readonly line?: number;
  readonly column?: number;
}

/** A problem found by a rule; `locate` turns its spots into places. */
export interface Finding {
  readonly code: string;
  readonly spot: Spot;
  /** One sentence: "Unexpected X, expected Y". */
  readonly message: string;
  readonly help?: string;
  readonly related?: readonly { readonly spot: Spot; readonly message: string }[];
  /** Where a policy decides; otherwise the code's own severity holds. */
  readonly severity?: Severity;
}
