/** A page as the index keeps it. */
export interface IndexedPage {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly anchors: readonly {
    readonly element: string;
    readonly id: string;
    readonly text: string;
    readonly location: number;
  }[];
}

/** A word on a page: where, and the way to the page's text. */
export interface WordOnPage {
  readonly positions: readonly number[];
  readonly load: () => Promise<IndexedPage>;
}

/** The index once it is loaded: what is known of every page without loading it, and the look-up of a word. */
export interface LoadedIndex {
  readonly pages: number;
  readonly kinds: ReadonlyMap<string, string>;
  readonly titleLengths: ReadonlyMap<string, number>;
  readonly pagesWith: (word: string) => Promise<ReadonlyMap<string, WordOnPage>>;
}

type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

interface Result {
  readonly id: string;
  readonly words: readonly number[];
  data(): Promise<IndexedPage>;
}

interface Instance {
  init(): Promise<void>;
  /** How many pages have which value of which filter; without it no answer has any counts. */
  filters(): Promise<Counts>;
  search(
    term: string,
    options: { readonly filters?: Readonly<Record<string, string>> },
  ): Promise<{ readonly results: readonly Result[]; readonly filters: Counts }>;
}

interface Pagefind {
  /** Without a worker: each would load the whole program a second time. */
  createInstance(options: { readonly baseUrl: string; readonly noWorker: true }): Instance;
}

/** Loads Pagefind. */
export async function loadPagefind(): Promise<LoadedIndex> {
  const base = document.documentElement.dataset.base ?? "/";
  const { createInstance } = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as Pagefind;
  const pagefind = createInstance({ baseUrl: base, noWorker: true });
  await pagefind.init();
  const counts = await pagefind.filters();
  const kinds = new Map<string, string>();
  const titleLengths = new Map<string, number>();
  const look = async (word: string) => {
    const { results, filters } = await pagefind.search(word, {});
    await learn(pagefind, word, "kind", filters.kind, (page, kind) => kinds.set(page, kind));
    await learn(pagefind, word, "titleWords", filters.titleWords, (page, length) =>
      titleLengths.set(page, Number(length)),
    );
    return new Map(
      results.map((result) => [result.id, { positions: result.words, load: () => result.data() }]),
    );
  };
  const looked = new Map<string, ReturnType<typeof look>>();
  return {
    pages: Object.values(counts.kind ?? {}).reduce((sum, count) => sum + count, 0),
    kinds,
    titleLengths,
    pagesWith: (word) => {
      const known = looked.get(word) ?? look(word);
      looked.set(word, known);
      known.catch(() => looked.delete(word));
      return known;
    },
  };
}

/** Pagefind tells which pages have a value of a filter, not which value a page has: so each value is asked for. */
async function learn(
  pagefind: Instance,
  word: string,
  filter: string,
  counts: Readonly<Record<string, number>> = {},
  keep: (page: string, value: string) => void,
): Promise<void> {
  for (const [value, count] of Object.entries(counts)) {
    if (count === 0) continue;
    const { results } = await pagefind.search(word, { filters: { [filter]: value } });
    for (const { id } of results) keep(id, value);
  }
}
