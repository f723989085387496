/** One page that was found. */
export interface Found {
  readonly url: string;
  readonly title: string;
  readonly kind: string;
  /** HTML of the index's own making: text with `<mark>` around what matched. */
  readonly excerpt: string;
}

/** What a search found: the first results, how many there are, and how many of each kind. */
export interface Findings {
  readonly found: readonly Found[];
  readonly count: number;
  readonly kinds: Readonly<Record<string, number>>;
}

interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  /** Loads the counts of kinds; without them no answer has any. */
  filters(): Promise<unknown>;
  debouncedSearch(
    term: string,
    options: { filters: Record<string, string> },
    wait: number,
  ): Promise<Answer | null>;
}

interface Answer {
  readonly results: readonly { data(): Promise<Entry> }[];
  readonly unfilteredResultCount: number;
  readonly totalFilters: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

interface Entry {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

const shown = 12;
let loading: Promise<Pagefind> | undefined;

/** Loads the index, once, and not before somebody searches. */
export function loadIndex(): Promise<Pagefind> {
  loading ??= load();
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

/** Searches for words, of one kind or of all; `undefined` when a later search took over. */
export async function searchIndex(words: string, kind: string | undefined): Promise<Findings | undefined> {
  const pagefind = await loadIndex();
  const answer = await pagefind.debouncedSearch(words, { filters: kind ? { kind } : {} }, 120);
  if (!answer) return undefined;
  const entries = await Promise.all(answer.results.slice(0, shown).map((result) => result.data()));
  return {
    found: entries.map(({ url, excerpt, meta, filters }) => ({
      url,
      excerpt,
      title: meta.title ?? url,
      kind: filters.kind?.[0] ?? meta.kind ?? "",
    })),
    count: answer.results.length,
    kinds: answer.totalFilters.kind ?? {},
  };
}

async function load(): Promise<Pagefind> {
  const base = document.documentElement.dataset.base ?? "/";
  const pagefind = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as Pagefind;
  await pagefind.options({ baseUrl: base, excerptLength: 24 });
  await pagefind.init();
  await pagefind.filters();
  return pagefind;
}
