import { csvText } from "../tables/csv-text.ts";
import type { ListedEntry } from "./incident-facets.ts";
import { listedIncidents, minutesToRestore } from "./incident-list-view.ts";
import { LIST_FILES } from "./list-file-addresses.ts";
import { listedPostmortems, worstOf } from "./postmortem-list-view.ts";
import { runbookListView } from "./runbook-list-view.ts";
import type { Shown } from "./shown.ts";
import type { SiteFile } from "./site-file.ts";
import type { ViewContext } from "./view-context.ts";

/** The lists as tables for a spreadsheet: the same columns in the same order as on the page, all rows. */
export function* listFiles(context: ViewContext): Generator<SiteFile> {
  const incidents = listedIncidents(context);
  const isOver = ({ row }: ListedEntry) => row.state.id === "resolved";
  const rows = [...incidents.filter((each) => !isOver(each)), ...incidents.filter(isOver)];
  if (rows.length > 0)
    yield {
      path: LIST_FILES.incidents,
      text: fileText(context, INCIDENT_HEADS, rows, ({ entry, row }) => [
        row.state.word,
        row.severity.id,
        row.title,
        titlesOf(row.services),
        row.began.iso,
        String(minutesToRestore(entry.data) ?? ""),
      ]),
    };
  const postmortems = listedPostmortems(context);
  if (postmortems.length > 0)
    yield {
      path: LIST_FILES.postmortems,
      text: fileText(context, POSTMORTEM_HEADS, postmortems, ({ row }) => [
        worstOf(context, row).severity?.id ?? "",
        row.title,
        row.incidents[0]?.began.iso ?? "",
        row.state.word,
        row.lesson ?? "",
      ]),
    };
  const { runbooks, playbooks, verifications } = runbookListView(context);
  const books = [...runbooks, ...playbooks];
  if (books.length > 0)
    yield {
      path: LIST_FILES.runbooks,
      text: fileText(
        context,
        RUNBOOK_HEADS.slice(0, verifications ? 4 : 2),
        books.map((row) => ({ row })),
        ({ row }) => [
          row.title,
          titlesOf(row.services),
          ...(verifications ? [row.standing?.word ?? "", row.verifiedOn ?? ""] : []),
        ],
      ),
    };
}

const INCIDENT_HEADS = ["State", "Severity", "Incident", "Services", "Began", "Restored in"];
const POSTMORTEM_HEADS = ["Severity", "Postmortem", "Incident of", "State", "Lesson"];
const RUNBOOK_HEADS = ["Runbook", "Services", "Verification", "Verified on"];

function fileText<Each extends { readonly row: { readonly url: string } }>(
  { projection }: ViewContext,
  heads: readonly string[],
  rows: readonly Each[],
  cellsOf: (each: Each) => readonly string[],
): string {
  const origin = /^https?:\/\/[^/]+/.exec(projection.site.url)?.[0] ?? "";
  // The mark in front tells spreadsheets that it is UTF-8.
  return `\ufeff${csvText([[...heads, "URL"], ...rows.map((each) => [...cellsOf(each), origin + each.row.url])])}`;
}

function titlesOf(all: readonly Shown[]): string {
  return all.map(({ id, title }) => title || id).join(", ");
}
