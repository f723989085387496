import { alertName } from "./alert-name.ts";
import { stemOf } from "./entry-id.ts";
import type { ImportedDocument, ImportPlan, MarkdownImport, SourceReport } from "./import-types.ts";
import { LinkBook } from "./link-book.ts";
import { notebook } from "./note.ts";
import { Owners } from "./owners.ts";
import { placePictures } from "./place-pictures.ts";
import { type PlannedSource, planEntries } from "./plan-entries.ts";
import { postmortemDocuments } from "./postmortem-documents.ts";
import { problemsOf } from "./problems-of.ts";
import { readSource } from "./read-source.ts";
import { runbookDocument } from "./runbook-document.ts";
import { toSafeMdx } from "./to-safe-mdx.ts";

/** A folder of Markdown → documents of the knowledge base, and what became of every file; nothing is read or written here. */
export function importMarkdown(request: MarkdownImport): ImportPlan {
  const { planned, leftOut } = planEntries(request);
  const pictures = placePictures(request.source, request.pictures);
  const book = new LinkBook(planned, pictures);
  for (const entry of planned) {
    const { head } = readSource(entry.path, entry.file.text, () => {});
    book.setHeadings(entry, toSafeMdx(head.body, book.bookOf(entry))?.headings ?? []);
  }
  const owners = new Owners(request.owners, request.mayAddPeople);
  const taken = new Set(request.standing.map(({ path }) => path));
  const documents: ImportedDocument[] = [];
  const reports: SourceReport[] = leftOut.map(({ from, why }) => ({ from, to: [], leftOut: why, notes: [] }));
  for (const entry of planned) {
    const made = importOne(entry, request, book, owners, taken);
    documents.push(...made.documents);
    for (const { path } of made.documents) taken.add(path);
    reports.push(made.report);
  }
  return {
    documents,
    pictures: [...pictures].flatMap(([from, to]) => (book.usedPictures.has(from) ? [{ from, to }] : [])),
    people: owners.added,
    reports: reports.sort((a, b) => (a.from < b.from ? -1 : 1)),
  };
}

function importOne(
  entry: PlannedSource,
  request: MarkdownImport,
  book: LinkBook,
  owners: Owners,
  taken: ReadonlySet<string>,
): { documents: readonly ImportedDocument[]; report: SourceReport } {
  const { notes, take } = notebook();
  const source = readSource(entry.path, entry.file.text, take);
  const body = toSafeMdx(source.head.body, book.bookOf(entry), source.head.lineOffset);
  if (!body)
    return {
      documents: [],
      report: { from: entry.from, to: [], leftOut: "no form of its text passes the limits", notes },
    };
  notes.push(...body.notes);
  const alert = request.kind === "runbook" ? alertName(stemOf(entry.path), source.title) : undefined;
  const documents =
    request.kind === "runbook"
      ? [runbookDocument(entry, source, body.mdx, alert, request, take)]
      : postmortemDocuments(entry, source, body.mdx, request, owners, taken, take);
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
