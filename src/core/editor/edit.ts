import type { FieldPath } from "../finding.ts";

/** A value that YAML can hold; what is `undefined` in a mapping is left out. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue | undefined };

/** One change to the fields of a file, as data. */
export type Edit =
  /** Gives a field a value, and makes it and the mappings above it where they are absent. */
  | {
      readonly do: "set";
      readonly path: FieldPath;
      readonly value: PlainValue;
      /** Names of the fields beside it in their usual order; a new one goes behind the last that comes before it. */
      readonly order?: readonly string[];
    }
  /** Adds an item to the end of a list, and makes the list where it is absent. */
  | { readonly do: "append"; readonly path: FieldPath; readonly value: PlainValue }
  /** Adds items to the end of a list in one go, and makes the list where it is absent. */
  | { readonly do: "extend"; readonly path: FieldPath; readonly values: readonly PlainValue[] }
  /** Takes away a field or an item of a list; what is absent stays so. */
  | { readonly do: "remove"; readonly path: FieldPath };

/** A stretch of text and what comes in its place; splices of one edit do not overlap. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A text with its splices carried out. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let result = text;
  for (const { from, to, text: put } of [...splices].sort((a, b) => b.from - a.from || b.to - a.to))
    result = result.slice(0, from) + put + result.slice(to);
  return result;
}
