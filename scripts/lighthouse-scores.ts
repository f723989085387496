/** Scores from 0 to 100 by category. */
export type Scores = Readonly<Record<string, number>>;

/** The scores in a report of Lighthouse, each at least what an earlier one gave. */
export function readScores(report: string, earlier: Scores = {}): Scores {
  const { categories } = JSON.parse(report) as {
    categories: Readonly<Record<string, { readonly score: number | null }>>;
  };
  return Object.fromEntries(
    Object.entries(categories).map(([id, { score }]) => [
      id,
      Math.max(Math.round((score ?? 0) * 100), earlier[id] ?? 0),
    ]),
  );
}
