import { type TellingWord, tellingWords, type WordedText } from "./telling-words.ts";

/** Another text that says much of the same, by its place in the list. */
export interface SimilarText {
  readonly text: number;
  /** From 0, nothing in common, to 1, the same telling words as often. */
  readonly likeness: number;
  /** What both say, as it is written here, the most telling first. */
  readonly words: readonly string[];
}

/** Fewer words in common are a coincidence. */
const LEAST_WORDS = 3;
/** Nobody looks at more. */
const MOST = 10;

/**
 * Texts → for one of them the ten that are most like it, most alike first. Likeness is the cosine of the two lists of
 * telling words, each weighted by how often it stands there and how rare it is among all texts (TF-IDF). Only texts that
 * share a telling word are looked at, and words that many share are none, so that thousands of texts stay cheap.
 */
export function similarTexts(texts: readonly WordedText[]): (text: number) => SimilarText[] {
  const telling = tellingWords(texts);
  const places = placesOf(telling);
  return (own) => {
    const words = telling[own] ?? [];
    const likeness = new Float64Array(texts.length);
    const shared = new Uint8Array(texts.length);
    for (const { stem, weight } of words)
      for (const other of places.get(stem)!) {
        likeness[other.text]! += weight * other.weight;
        shared[other.text]! += 1;
      }
    const found: number[] = [];
    for (let text = 0; text < shared.length; text++)
      if (text !== own && shared[text]! >= LEAST_WORDS) found.push(text);
    return found
      .sort((a, b) => likeness[b]! - likeness[a]! || a - b)
      .slice(0, MOST)
      .map((text) => ({ text, likeness: likeness[text]!, words: sharedWords(words, telling[text]!) }));
  };
}

function sharedWords(own: readonly TellingWord[], others: readonly TellingWord[]): string[] {
  const weights = new Map(others.map(({ stem, weight }) => [stem, weight]));
  return own
    .filter(({ stem }) => weights.has(stem))
    .map(({ stem, said, weight }) => ({ said, weight: weight * weights.get(stem)! }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ said }) => said);
}

type Places = ReadonlyMap<string, readonly { readonly text: number; readonly weight: number }[]>;

function placesOf(telling: readonly (readonly TellingWord[])[]): Places {
  const places = new Map<string, { text: number; weight: number }[]>();
  for (const [text, words] of telling.entries())
    for (const { stem, weight } of words) {
      const known = places.get(stem);
      if (known) known.push({ text, weight });
      else places.set(stem, [{ text, weight }]);
    }
  return places;
}
