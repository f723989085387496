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

/** What a search found: the first results, how many there are, and how many of each kind. */
export interface Findings {
  readonly found: readonly Found[];
  readonly count: number;
  readonly kinds: Readonly<Record<string, number>>;
}

const SHOWN = 10;
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
  const found = await Promise.all(
    wanted.slice(0, SHOWN).map(async (id): Promise<Found> => {
      const page = await matches
        .find((pages) => pages.has(id))!
        .get(id)!
        .load();
      return foundPage(
        page,
        index.kinds.get(id),
        places.map((of) => of.get(id) ?? []),
      );
    }),
  );
  return { found, count: wanted.length, kinds };
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
