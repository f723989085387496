import { markedWords, type Piece } from "../../core/search/marked-words.ts";
import { type MatchedPassage, matchedPassage } from "../../core/search/matched-passage.ts";
import { rankPages, type WordPlaces } from "../../core/search/rank-pages.ts";
import { searchWords } from "../../core/search/search-words.ts";
import { type IndexedPage, type LoadedIndex, loadPagefind } from "./pagefind.ts";

/** One page that was found. */
export interface Found {
  readonly url: string;
  readonly title: string;
  readonly titlePieces: readonly Piece[];
  readonly kind: string;
  readonly passage: MatchedPassage;
}

/** What a search found: the best pages, how many there are, how many of them are not shown, and how many of each kind. */
export interface Findings {
  readonly found: readonly Found[];
  /** Fetches what is shown below those; asked for when they stand there, so that they need not wait. */
  readonly rest: () => Promise<readonly Found[]>;
  readonly count: number;
  readonly hidden: number;
  readonly kinds: Readonly<Record<string, number>>;
}

const SHOWN = 10;
/** Each page that is shown costs a fetch of its text: so many are worth waiting for. */
const FIRST = 3;
let loading: Promise<LoadedIndex> | undefined;

/** Loads the index, once, and not before somebody searches. */
export function loadIndex(): Promise<LoadedIndex> {
  loading ??= loadPagefind();
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

/** Searches for words, of one kind or of all: each word by itself, then the pages by all of them. */
export async function searchIndex(question: string, kind: string | undefined): Promise<Findings> {
  const index = await loadIndex();
  const words = searchWords(question);
  const matches = await Promise.all(words.map((word) => index.pagesWith(word)));
  const places = matches.map(
    (pages): WordPlaces => new Map([...pages].map(([page, match]) => [page, match.positions])),
  );
  const ranked = rankPages(places, {
    pages: index.pages,
    titleLength: (page) => index.titleLengths.get(page),
  });
  const kinds: Record<string, number> = {};
  for (const page of ranked) {
    const its = index.kinds.get(page);
    if (its !== undefined) kinds[its] = (kinds[its] ?? 0) + 1;
  }
  const wanted = kind === undefined ? ranked : ranked.filter((page) => index.kinds.get(page) === kind);
  const load = async (id: string): Promise<Found> => {
    const match = matches.find((pages) => pages.has(id))!.get(id)!;
    return foundPage(
      await match.load(),
      index.kinds.get(id),
      places.map((of) => of.get(id) ?? []),
    );
  };
  const found = await Promise.all(wanted.slice(0, FIRST).map(load));
  const rest = () => Promise.all(wanted.slice(FIRST, SHOWN).map(load));
  return { found, rest, count: wanted.length, hidden: Math.max(0, wanted.length - SHOWN), kinds };
}

function foundPage(
  page: IndexedPage,
  kind: string | undefined,
  places: readonly (readonly number[])[],
): Found {
  const { meta, content, anchors } = page;
  const title = meta.title ?? page.url;
  const words = title.trim().split(/\s+/);
  const headings = anchors
    .filter(({ element, text }) => /^h[2-6]$/i.test(element) && text.trim() !== "")
    .map(({ id, text, location }) => ({ id, text, position: location }))
    .sort((a, b) => a.position - b.position);
  const inTitle = new Set(places.flat().filter((position) => position < words.length));
  const passage = matchedPassage(content, places, words.length, headings);
  // Whoever named the page wants its beginning, whoever quoted it wants the place.
  const url =
    passage.heading && inTitle.size === 0
      ? `${page.url}#${encodeURIComponent(passage.heading.id)}`
      : page.url;
  return { url, title, titlePieces: markedWords(words, inTitle), kind: kind ?? meta.kind ?? "", passage };
}
