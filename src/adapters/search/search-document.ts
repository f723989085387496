/** One page as the search index sees it: without navigation, code, tables and figures. */
export interface SearchDocument {
  /** From the site's root without the base path, `/incidents/x/`; the browser puts the base in front. */
  readonly url: string;
  readonly title: string;
  /** `incident`, `runbook` …; a filter and a field of each result. */
  readonly kind: string;
  /** Safe HTML of the text alone. */
  readonly html: string;
  /** Values by the name of the filter. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Further fields of the result. */
  readonly meta: Readonly<Record<string, string>>;
}

/** The page that is given to the indexer. Names are sorted, so equal documents make equal pages. */
export function searchHtml(document: SearchDocument, language: string): string {
  const filters = [["kind", [document.kind]] as const, ...sorted(document.filters)].flatMap(
    ([name, values]) => values.toSorted().map((value) => field("filter", name, value)),
  );
  const meta = [["kind", document.kind] as const, ...sorted(document.meta)].map(([name, value]) =>
    field("meta", name, value),
  );
  return (
    `<!doctype html><html lang="${escaped(language)}"><head>${filters.join("")}${meta.join("")}</head>` +
    `<body><main data-pagefind-body><h1 data-pagefind-meta="title">${escaped(document.title)}</h1>${document.html}</main></body></html>`
  );
}

/** The value stands in an attribute of its own: in Pagefind's short form a comma or a colon would end it. */
function field(kind: "filter" | "meta", name: string, value: string): string {
  if (!/^[a-z][a-z0-9-]*$/i.test(name))
    throw new Error(`Unexpected name ${name} of a search ${kind}, expected a word`);
  return `<meta data-pagefind-${kind}="${name}[content]" content="${escaped(value)}">`;
}

function sorted<Value>(record: Readonly<Record<string, Value>>): (readonly [string, Value])[] {
  return Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
