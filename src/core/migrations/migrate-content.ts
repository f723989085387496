import type { Edit } from "../editor/edit.ts";
import { editSource } from "../editor/edit-source.ts";
import { plainLines } from "../editor/line-ends.ts";
import { yamlPart } from "../editor/yaml-part.ts";
import type { Finding } from "../finding.ts";
import { readYaml } from "../parse/read-yaml.ts";
import type { Kind } from "../schemas/kinds.ts";
import type { MigratingFile, Migration } from "./migration.ts";

/** A file of a content folder as text. */
export interface ContentText {
  readonly kind: Kind;
  /** Path relative to the parent of the content folder. */
  readonly file: string;
  readonly text: string;
}

/** The files that change, with their new text and what changed in them, or why nothing can be. */
export type MigratedContent =
  | {
      readonly ok: true;
      readonly from: number;
      readonly to: number;
      readonly steps: readonly Migration[];
      /** The file that says the version comes last: until it is written, the migration can be begun again. */
      readonly changed: readonly ContentText[];
    }
  | { readonly ok: false; readonly problem: string }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Brings all files of a content folder to the newest version that the steps lead to; whatever they do not concern stays as it is. */
export function migrateContent(files: readonly ContentText[], steps: readonly Migration[]): MigratedContent {
  const site = files.find(({ kind }) => kind === "site");
  if (!site)
    return { ok: false, problem: "There is no site.yaml, so nothing says which version the content has" };
  const before = valuesOf(site);
  if ("findings" in before) return { ok: false, findings: before.findings };
  const from = before.values.schemaVersion ?? 0;
  const to = steps.at(-1)?.to ?? 0;
  if (typeof from !== "number" || !Number.isInteger(from) || from < 0)
    return {
      ok: false,
      problem: `Unexpected schemaVersion ${JSON.stringify(from)}, expected a whole number`,
    };
  if (from > to)
    return {
      ok: false,
      problem: `The content has version ${from} and this Tidemark knows versions up to ${to}: install a newer one`,
    };
  const due = steps.filter((step) => step.to > from);
  const changed: ContentText[] = [];
  for (const file of files) {
    const migrated = migrateFile(file, due);
    if ("findings" in migrated) return { ok: false, findings: migrated.findings };
    if (migrated.text !== file.text) changed.push(migrated);
  }
  return { ok: true, from, to, steps: due, changed: changed.sort((a, b) => rank(a) - rank(b)) };
}

function rank({ kind }: ContentText): number {
  return kind === "site" ? 1 : 0;
}

function migrateFile(
  file: ContentText,
  due: readonly Migration[],
): ContentText | { findings: readonly Finding[] } {
  let current = file;
  for (const step of due) {
    const reading = valuesOf(current);
    if ("findings" in reading) return reading;
    const edits: readonly Edit[] = [
      ...step.edits(reading),
      ...(file.kind === "site" ? [versionEdit(step)] : []),
    ];
    const edited = editSource(file.file, current.text, edits);
    if (!edited.ok) return { findings: edited.findings };
    current = { ...file, text: edited.text };
  }
  return current;
}

function versionEdit({ to }: Migration): Edit {
  // In front of whatever stands first: the version is what a reader must know before the rest.
  return { do: "set", path: ["schemaVersion"], value: to, order: ["schemaVersion"] };
}

function valuesOf({ kind, file, text }: ContentText): MigratingFile | { findings: readonly Finding[] } {
  const plain = plainLines(text);
  const part = yamlPart(file, plain.text);
  if (!part) return { kind, values: {} };
  const { value, findings } = readYaml(file, plain.text.slice(part.from, part.to), part.line);
  return findings.length > 0 ? { findings } : { kind, values: value as MigratingFile["values"] };
}
