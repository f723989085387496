import { tellingWords, type WordedText } from "./telling-words.ts";

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

/**
 * Texts → for one of them the others that are like it, most alike first. Likeness is the cosine of the two lists of
 * telling words, each weighted by how often it stands there and how rare it is among all texts (TF-IDF). Only texts that
 * share a telling word are looked at, and words that many share are none, so that thousands of texts stay cheap.
 */
export function similarTexts(texts: readonly WordedText[]): (text: number) => SimilarText[] {
  const telling = tellingWords(texts);
  const places = new Map<string, { text: number; weight: number }[]>();
  for (const [text, words] of telling.entries())
    for (const { stem, weight } of words) {
      const known = places.get(stem);
      if (known) known.push({ text, weight });
      else places.set(stem, [{ text, weight }]);
    }
  return (own) => {
    const shared = new Map<number, { likeness: number; words: { said: string; weight: number }[] }>();
    for (const { stem, said, weight } of telling[own] ?? [])
      for (const other of places.get(stem)!) {
        if (other.text === own) continue;
        const so = shared.get(other.text) ?? { likeness: 0, words: [] };
        shared.set(other.text, so);
        so.likeness += weight * other.weight;
        so.words.push({ said, weight: weight * other.weight });
      }
    return [...shared]
      .filter(([, { words }]) => words.length >= LEAST_WORDS)
      .map(([text, { likeness, words }]) => ({
        text,
        likeness,
        words: words.sort((a, b) => b.weight - a.weight).map(({ said }) => said),
      }))
      .sort((a, b) => b.likeness - a.likeness || a.text - b.text);
  };
}
