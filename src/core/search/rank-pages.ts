/** Where one word of a question stands: positions on each page that has it, counted in words from the title on. */
export type WordPlaces = ReadonlyMap<string, readonly number[]>;

/** What the ranking needs to know of the site. */
export interface RankedSite {
  /** How many pages are indexed. */
  readonly pages: number;
  /** How many words a page's title has; `undefined` where that is not known. */
  readonly titleLength: (page: string) => number | undefined;
}

/** How soon more of the same word stops to count; the usual value of BM25. */
const SATURATION = 1.2;

/**
 * The pages that have a word of the question, best first. BM25 without its length term: a word counts by how rare it is
 * on the site and, soon saturated, by how often it stands on the page, and once more when it stands in the title. The sum
 * is multiplied by the share of the question that the page answers and by the share of its title that the question says.
 */
export function rankPages(words: readonly WordPlaces[], site: RankedSite): string[] {
  const rarities = words.map(({ size }) => Math.log(1 + (site.pages - size + 0.5) / (size + 0.5)));
  const whole = rarities.reduce((sum, rarity) => sum + rarity, 0);
  const scores = new Map<string, { sum: number; answered: number; inTitle: Set<number> }>();
  for (const [index, places] of words.entries()) {
    const rarity = rarities[index]!;
    for (const [page, positions] of places) {
      const score = scores.get(page) ?? { sum: 0, answered: 0, inTitle: new Set() };
      scores.set(page, score);
      const often = Math.max(1, new Set(positions).size);
      score.sum += (rarity * often * (SATURATION + 1)) / (often + SATURATION);
      score.answered += rarity;
      const length = site.titleLength(page) ?? 0;
      const inTitle = positions.filter((position) => position < length);
      if (inTitle.length > 0) score.sum += rarity;
      for (const position of inTitle) score.inTitle.add(position);
    }
  }
  return [...scores]
    .map(([page, { sum, answered, inTitle }]) => {
      const said = inTitle.size / (site.titleLength(page) ?? 1);
      return { page, score: sum * (answered / whole) * (1 + said) };
    })
    .sort((a, b) => b.score - a.score || (a.page < b.page ? -1 : 1))
    .map(({ page }) => page);
}
