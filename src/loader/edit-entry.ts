import { basename, resolve } from "node:path";
import type { Edit } from "../core/editor/edit.ts";
import { editSource } from "../core/editor/edit-source.ts";
import type { Finding } from "../core/finding.ts";
import { readStanding, type Writing, writeEntry } from "./write-entry.ts";

/** What came of editing a file: as of writing it, or why the edits were refused, or that there is no such file. */
export type Editing =
  | Writing
  | { readonly written: false; readonly because: "absent" }
  | { readonly written: false; readonly because: "refused"; readonly findings: readonly Finding[] };

/** Changes fields of a file of the content folder and leaves the rest of it alone; nothing to change is written too. */
export function editEntry(contentFolder: string, path: string, edits: readonly Edit[]): Editing {
  const standing = readStanding(contentFolder, path);
  if (!standing) return { written: false, because: "absent" };
  const edited = editSource(`${basename(resolve(contentFolder))}/${path}`, standing.text, edits);
  if (!edited.ok) return { written: false, because: "refused", findings: edited.findings };
  return edited.changed ? writeEntry(contentFolder, path, edited.text, standing) : { written: true };
}
