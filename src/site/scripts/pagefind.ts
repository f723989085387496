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

/** Written by the build: names of pages, parted by spaces, by kind and by the number of words of their titles. */
interface PageFacts {
  readonly language: string;
  readonly kinds: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

interface Result {
  readonly id: string;
  readonly words: readonly number[];
  data(): Promise<IndexedPage>;
}

interface Instance {
  init(): Promise<void>;
  search(term: string): Promise<{ readonly results: readonly Result[] }>;
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
  const [facts] = await Promise.all([loadFacts(`${base}pagefind/pages.json`), pagefind.init()]);
  const pages = pagesOf(facts);
  const look = async (word: string) => {
    const { results } = await pagefind.search(word);
    return new Map(
      results.map((result) => [result.id, { positions: result.words, load: () => result.data() }]),
    );
  };
  const looked = new Map<string, ReturnType<typeof look>>();
  return {
    pages: pages.length,
    kinds: new Map(pages.map(({ id, kind }) => [id, kind])),
    titleLengths: new Map(pages.map(({ id, titleWords }) => [id, titleWords])),
    pagesWith: (word) => {
      const known = looked.get(word) ?? look(word);
      looked.set(word, known);
      known.catch(() => looked.delete(word));
      return known;
    },
  };
}

async function loadFacts(address: string): Promise<PageFacts> {
  // Asked whether it is still the same: its address stays when the index changes.
  const response = await fetch(address, { cache: "no-cache" });
  if (!response.ok) throw new Error(`Unexpected answer ${response.status} from ${address}`);
  return (await response.json()) as PageFacts;
}

function pagesOf({ language, kinds }: PageFacts): { id: string; kind: string; titleWords: number }[] {
  return Object.entries(kinds).flatMap(([kind, lengths]) =>
    Object.entries(lengths).flatMap(([length, names]) =>
      names.split(" ").map((name) => ({ id: `${language}_${name}`, kind, titleWords: Number(length) })),
    ),
  );
}
