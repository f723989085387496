import { bodyLimits } from "../../core/parse/limits.ts";
import { Aliases } from "./aliases.ts";
import type { ImportedDocument, ImportPlan, MarkdownImport, SourceReport } from "./import-types.ts";
import { LinkBook } from "./link-book.ts";
import { notebook } from "./note.ts";
import { Owners } from "./owners.ts";
import { placePictures } from "./place-pictures.ts";
import { type PlannedSource, planEntries } from "./plan-entries.ts";
import { postmortemDocuments } from "./postmortem-documents.ts";
import { problemsOf } from "./problems-of.ts";
import { type ReadSource, readSource } from "./read-source.ts";
import { runbookDocument } from "./runbook-document.ts";
import { toSafeMdx } from "./to-safe-mdx.ts";

/** A folder of Markdown → documents of the knowledge base, and what became of every file; nothing is read or written here. */
export function importMarkdown(request: MarkdownImport): ImportPlan {
  const { planned, leftOut } = planEntries(request);
  const reports: SourceReport[] = leftOut.map(({ from, why }) => ({ from, to: [], leftOut: why, notes: [] }));
  for (let entries = planned; ; ) {
    const made = importAll(entries, request);
    const refused = new Set(
      made.reports.filter(({ leftOut }) => leftOut !== undefined).map(({ from }) => from),
    );
    if (refused.size === 0) return { ...made, reports: [...reports, ...made.reports].sort(byFrom) };
    // Nothing may link to what is left out, so the rest is made again without it.
    reports.push(...made.reports.filter(({ from }) => refused.has(from)));
    entries = entries.filter(({ from }) => !refused.has(from));
  }
}

function importAll(entries: readonly PlannedSource[], request: MarkdownImport): ImportPlan {
  const pictures = placePictures(request.source, request.pictures);
  const book = new LinkBook(request.source, entries, pictures);
  for (const entry of entries) {
    const { head } = readSource(entry.path, entry.file.text, () => {});
    book.setHeadings(entry, toSafeMdx(head.body, book.bookOf(entry))?.headings ?? []);
  }
  const owners = new Owners(request.owners, request.mayAddPeople);
  const aliases = new Aliases(entries, request.standing);
  const taken = new Set(request.standing.map(({ path }) => path));
  const documents: ImportedDocument[] = [];
  const reports: SourceReport[] = [];
  for (const entry of entries) {
    const made = importOne(entry, request, book, owners, aliases, taken);
    documents.push(...made.documents);
    for (const { path } of made.documents) taken.add(path);
    reports.push(made.report);
  }
  const used = [...pictures].flatMap(([from, to]) => (book.usedPictures.has(from) ? [{ from, to }] : []));
  return { documents, pictures: used, people: owners.added, reports };
}

function byFrom(a: SourceReport, b: SourceReport): number {
  return a.from < b.from ? -1 : 1;
}

function importOne(
  entry: PlannedSource,
  request: MarkdownImport,
  book: LinkBook,
  owners: Owners,
  aliases: Aliases,
  taken: ReadonlySet<string>,
): { documents: readonly ImportedDocument[]; report: SourceReport } {
  const { notes, take } = notebook();
  const source = readSource(entry.path, entry.file.text, take);
  const body = toSafeMdx(source.head.body, book.bookOf(entry), source.head.lineOffset);
  if (!body)
    return { documents: [], report: { from: entry.from, to: [], leftOut: whyRefused(source), notes } };
  notes.push(...body.notes);
  const making = {
    request,
    entry,
    source,
    mdx: body.mdx,
    aliases: aliases.of(source.head, take),
    owners,
    taken,
    note: take,
  };
  const documents = request.kind === "runbook" ? [runbookDocument(making)] : postmortemDocuments(making);
  const refused = documents.flatMap(problemsOf);
  if (refused.length > 0)
    return {
      documents: [],
      report: { from: entry.from, to: [], leftOut: `it would not pass the check: ${refused[0]}`, notes },
    };
  return {
    documents,
    report: { from: entry.from, to: documents.map(({ path }) => path), notes: unique(notes) },
  };
}

function unique<T>(notes: readonly T[]): T[] {
  const seen = new Set<string>();
  return notes.filter((note) => {
    const key = JSON.stringify(note);
    return !seen.has(key) && seen.add(key);
  });
}

function whyRefused({ head: { body, lineOffset } }: ReadSource): string {
  const limit = bodyLimits("", body, lineOffset + 1);
  return limit ? `line ${limit.spot.line}: ${limit.message}` : "no form of its text passes the limits";
}
