/** What can be said of a count in one period against the count in the period before. */
export interface CountComparison {
  readonly before: number;
  readonly after: number;
  /** Two-sided, exact; absent where there was nothing in either. */
  readonly pValue?: number;
  /** `unknown` wherever the data cannot carry a trend: then no arrow is drawn. */
  readonly verdict: "fewer" | "more" | "unknown";
}

const LEVEL = 0.05;

/**
 * Compares two Poisson counts exactly (Przyborowski and Wilenski, 1940): given their sum, the later one is binomial with
 * its share of the days; p = the probability of all splits that are no likelier than the one seen.
 */
export function compareCounts(
  before: number,
  after: number,
  days: { readonly before: number; readonly after: number } = { before: 1, after: 1 },
): CountComparison {
  const total = before + after;
  if (total === 0) return { before, after, verdict: "unknown" };
  const share = days.after / (days.before + days.after);
  const likelihoods = binomial(total, share);
  const seen = likelihoods[after]!;
  // Equally likely splits differ in the last digits.
  const pValue = Math.min(
    1,
    likelihoods.reduce((sum, each) => (each <= seen * (1 + 1e-7) ? sum + each : sum), 0),
  );
  if (pValue >= LEVEL) return { before, after, pValue, verdict: "unknown" };
  return { before, after, pValue, verdict: after / total < share ? "fewer" : "more" };
}

/** The probabilities of 0, 1, … n hits; by logarithms, as factorials of thousands have no number. */
function binomial(n: number, share: number): number[] {
  const list: number[] = [];
  let log = n * Math.log(1 - share);
  for (let hits = 0; hits <= n; hits++) {
    list.push(Math.exp(log));
    log += Math.log((n - hits) / (hits + 1)) + Math.log(share / (1 - share));
  }
  return list;
}
