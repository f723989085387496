import type { Note } from "./note.ts";

/** A text file of the imported folder. */
export interface SourceFile {
  /** Path below the imported folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** An entry that stands in the content folder already. */
export interface StandingEntry {
  /** Path below the content folder, `postmortems/ID.mdx`. */
  readonly path: string;
  readonly aliases: readonly string[];
  /** The source that an earlier import made it from. */
  readonly from?: string;
  /** Whether it is as the import wrote it. */
  readonly untouched: boolean;
}

/** What an import starts from; the caller reads the disk, the import does not. */
export interface MarkdownImport {
  /** Name of the imported folder, the first part of every `imported.from`. */
  readonly source: string;
  readonly kind: "postmortem" | "runbook";
  readonly files: readonly SourceFile[];
  /** Paths of pictures below the imported folder whose bytes are what their names say. */
  readonly pictures: readonly string[];
  readonly standing: readonly StandingEntry[];
  /** Severities of the knowledge base, highest first, each with its other spellings. */
  readonly severities: readonly { readonly id: string; readonly spellings: readonly string[] }[];
  /** Handles and teams by every name they are known by, in lower case. */
  readonly owners: ReadonlyMap<string, string>;
  /** Whether people who are named as owners may be added to the knowledge base. */
  readonly mayAddPeople: boolean;
  /** The zone of times that name none. */
  readonly zone?: string;
  /** A digest of 32 hexadecimal digits. */
  readonly digest: (text: string) => string;
}

/** A file that an import wants to stand in the content folder. */
export interface ImportedDocument {
  readonly path: string;
  readonly text: string;
  readonly from: string;
}

/** What became of one source file. */
export interface SourceReport {
  readonly from: string;
  /** Paths of the documents that it became; none when it was left out. */
  readonly to: readonly string[];
  readonly leftOut?: string;
  readonly notes: readonly Note[];
}

/** Everything that an import wants to write, and its report. */
export interface ImportPlan {
  readonly documents: readonly ImportedDocument[];
  /** Pictures to copy: from below the imported folder, to below the content folder. */
  readonly pictures: readonly { readonly from: string; readonly to: string }[];
  /** People who are owners of action items and must be in teams.yaml. */
  readonly people: readonly { readonly handle: string; readonly name: string }[];
  readonly reports: readonly SourceReport[];
}
