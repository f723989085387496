import { epochOf } from "../../core/time.ts";
import { slugOf } from "../markdown/entry-id.ts";
import type { ImportedDocument, SourceReport, StandingEntry } from "../markdown/import-types.ts";
import { problemsOf } from "../markdown/problems-of.ts";
import { type ComponentIds, componentIds } from "./component-services.ts";
import { incidentDocument, originOf, workDocument } from "./event-document.ts";
import type { ForeignHistory, ForeignIncident, ForeignWork } from "./foreign-history.ts";

/** What stands in the content folder already, as far as an import of a history asks. */
export interface HistoryRequest {
  readonly standing: readonly StandingEntry[];
  /** Ids of services by each of their names, in lower case. */
  readonly services: ReadonlyMap<string, string>;
  /** The team that owns new services. */
  readonly owner: string;
  readonly severity: string;
  /** A digest of 32 hexadecimal digits. */
  readonly digest: (text: string) => string;
}

/** The files that a history becomes, and what became of each of its events. */
export interface HistoryPlan {
  readonly documents: readonly ImportedDocument[];
  /** New services, to be written where none of the name stands. */
  readonly services: readonly { readonly path: string; readonly text: string }[];
  readonly reports: readonly SourceReport[];
}

/** A foreign history → incidents, planned work and services of the knowledge base; nothing is read or written here. */
export function planHistory(history: ForeignHistory, request: HistoryRequest): HistoryPlan {
  const ids = componentIds(history, request);
  const names = new Names(request.standing);
  const documents: ImportedDocument[] = [];
  const reports: SourceReport[] = history.leftOut.map(({ from, why, notes }) => ({
    from,
    to: [],
    leftOut: why,
    notes,
  }));
  for (const event of [...history.events].sort(byStart)) {
    const made = documentOf(event, history, request, ids, names);
    const refused = problemsOf(made);
    if (refused.length === 0) documents.push(made);
    const leftOut = refused.length === 0 ? {} : { leftOut: `it would not pass the check: ${refused[0]}` };
    reports.push({
      from: event.from,
      to: refused.length === 0 ? [made.path] : [],
      ...leftOut,
      notes: event.notes,
    });
  }
  reports.sort((a, b) => (a.from < b.from ? -1 : 1));
  return { documents, services: ids.files, reports };
}

function documentOf(
  event: ForeignIncident | ForeignWork,
  history: ForeignHistory,
  request: HistoryRequest,
  ids: ComponentIds,
  names: Names,
): ImportedDocument {
  const folder = event.kind === "incident" ? "incidents" : "maintenance";
  const before = request.standing.find(
    ({ path, from }) => from === originOf(event) && path.startsWith(`${folder}/`),
  );
  const id = before?.path.slice(folder.length + 1, -4) ?? names.free(folder, wantedId(event));
  const aliases = event.names
    .map((name) => slugOf(name))
    .filter((name) => name !== "" && name !== id && names.keep(folder, name, before));
  const making = {
    id,
    aliases,
    ids,
    severity: request.severity,
    format: history.format,
    digest: request.digest,
  };
  return event.kind === "incident" ? incidentDocument(event, making) : workDocument(event, making);
}

/** The day on which it began, then its name without a day of its own. */
function wantedId({ start, title, names }: ForeignIncident | ForeignWork): string {
  const day = start.at.slice(0, 10);
  const own = slugOf(names[0] ?? "");
  if (own.startsWith(`${day}-`)) return own;
  const words = slugOf(own !== "" && /[a-z]{3}.*-/.test(own) ? own : title).replace(
    /^\d{4}-\d{1,2}-\d{1,2}-?/,
    "",
  );
  return slugOf(`${day} ${words}`) || day;
}

/** Ids and old ids that are taken, by folder. */
class Names {
  readonly #taken = new Set<string>();

  constructor(standing: readonly StandingEntry[]) {
    for (const { path, aliases } of standing) {
      const [folder, file] = path.split("/") as [string, string];
      for (const name of [file.slice(0, -4), ...aliases]) this.#taken.add(`${folder}/${name}`);
    }
  }

  free(folder: string, wanted: string): string {
    for (let number = 1; ; number++) {
      const id = number === 1 ? wanted : `${wanted.slice(0, 76)}-${number}`;
      if (!this.#take(folder, id)) continue;
      return id;
    }
  }

  /** Whether an old id may be kept: nobody else has it. */
  keep(folder: string, name: string, before: StandingEntry | undefined): boolean {
    return this.#take(folder, name) || (before?.aliases.includes(name) ?? false);
  }

  #take(folder: string, name: string): boolean {
    const key = `${folder}/${name}`;
    if (this.#taken.has(key)) return false;
    this.#taken.add(key);
    return true;
  }
}

function byStart(a: ForeignIncident | ForeignWork, b: ForeignIncident | ForeignWork): number {
  return epochOf(a.start.at) - epochOf(b.start.at) || (a.from < b.from ? -1 : 1);
}
