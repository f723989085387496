import type { FieldPath } from "../../finding.ts";
import type { Vocabulary } from "../../schemas/taxonomy.ts";

/** What a word in a field must name. */
export type ReferenceTarget =
  | "service"
  | "incident"
  | "runbook"
  | "team"
  | "person"
  /** A person or a team. */
  | "owner"
  | "severity"
  | "change"
  | "journey"
  | "template"
  | Vocabulary;

/** A field that names something else by its id. */
export interface Reference {
  readonly to: ReferenceTarget;
  readonly word: string;
  readonly file: string;
  readonly field: FieldPath;
}

/** The reference of one field; none when the field is absent. */
export function one(
  to: ReferenceTarget,
  word: string | undefined,
  file: string,
  ...field: FieldPath
): Reference[] {
  return word === undefined ? [] : [{ to, word, file, field }];
}

/** The references of a list of words. */
export function each(
  to: ReferenceTarget,
  words: readonly string[],
  file: string,
  ...field: FieldPath
): Reference[] {
  return words.map((word, index) => ({ to, word, file, field: [...field, index] }));
}
