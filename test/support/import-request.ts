import { hash } from "node:crypto";
import { importMarkdown } from "../../src/importers/markdown/import-markdown.ts";
import type { ImportPlan, MarkdownImport } from "../../src/importers/markdown/import-types.ts";

/** A digest as the import command takes it. */
export function digestOf(text: string): string {
  return hash("sha256", text).slice(0, 32);
}

/** Imports texts by path, as postmortems of a folder named `source` unless told otherwise. */
export function importTexts(
  texts: Readonly<Record<string, string>>,
  more: Partial<MarkdownImport> = {},
): ImportPlan {
  return importMarkdown({
    source: "source",
    kind: "postmortem",
    files: Object.entries(texts).map(([path, text]) => ({ path, text })),
    pictures: [],
    standing: [],
    severities: [
      { id: "SEV1", spellings: ["Critical", "P1"] },
      { id: "SEV2", spellings: ["Major", "P2"] },
      { id: "UNRATED", spellings: ["Not rated"] },
    ],
    owners: new Map(),
    mayAddPeople: true,
    digest: digestOf,
    ...more,
  });
}

/** The document of a plan at a path; it must be there. */
export function documentAt(plan: ImportPlan, path: string): string {
  const document = plan.documents.find((one) => one.path === path);
  if (!document)
    throw new Error(`Unexpected plan without ${path}: ${plan.documents.map((one) => one.path).join(", ")}`);
  return document.text;
}

/** All notes of a plan as `file:line group what: text`. */
export function notesOf(plan: ImportPlan): string[] {
  return plan.reports.flatMap(({ from, notes }) =>
    notes.map(
      ({ group, what, line, text }) =>
        `${from}${line === undefined ? "" : `:${line}`} ${group} ${what}: ${text}`,
    ),
  );
}
