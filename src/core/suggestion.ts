/** The known word that an author most likely meant; none when nothing is near. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = plain(word);
  if (wanted === "" || wanted.length > LONGEST) return undefined;
  let best: string | undefined;
  let limit = allowance(wanted.length) + 1;
  for (const candidate of known) {
    if (candidate === word) continue;
    const distance = editDistance(wanted, plain(candidate), limit - 1);
    if (distance >= limit) continue;
    limit = distance;
    best = candidate;
    if (distance === 0) break;
  }
  return best;
}

/** "Did you mean …?" for a word that is nearly right. */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  const guess = nearest(word, known);
  return guess === undefined ? undefined : `Did you mean \`${guess}\`?`;
}

/**
 * How many letters were added, left out, changed or swapped with their neighbour, each stretch edited once
 * (Damerau-Levenshtein, optimal string alignment); `limit + 1` when it is more than the limit.
 */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let start = 0;
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let cut = 0;
  const shorter = Math.min(a.length, b.length) - start;
  while (cut < shorter && a.charCodeAt(a.length - 1 - cut) === b.charCodeAt(b.length - 1 - cut)) cut++;
  return distanceOfRest(a.slice(start, a.length - cut), b.slice(start, b.length - cut), limit);
}

/** The table of distances, row by row, only as far from its diagonal as the limit allows. */
function distanceOfRest(a: string, b: string, limit: number): number {
  if (a === "" || b === "") return Math.min(a.length + b.length, limit + 1);
  let before: number[] = [];
  let above: number[] = [];
  for (let column = 0; column <= b.length; column++) above.push(column);
  for (let row = 1; row <= a.length; row++) {
    const current: number[] = new Array(b.length + 1).fill(limit + 1);
    current[0] = row;
    let least = row;
    const last = Math.min(b.length, row + limit);
    for (let column = Math.max(1, row - limit); column <= last; column++) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      let cost = Math.min(above[column]! + 1, current[column - 1]! + 1, above[column - 1]! + (same ? 0 : 1));
      if (
        row > 1 &&
        column > 1 &&
        a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
        a.charCodeAt(row - 2) === b.charCodeAt(column - 1)
      )
        cost = Math.min(cost, before[column - 2]! + 1);
      current[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    before = above;
    above = current;
  }
  return Math.min(above[b.length]!, limit + 1);
}

/** Words longer than this were not mistyped. */
const LONGEST = 100;

/** One slip in a short word, two in a usual one, three in a long one. */
function allowance(length: number): number {
  return length <= 2 ? 0 : length <= 4 ? 1 : length <= 8 ? 2 : 3;
}

/** Case and the sign between words are never what an author meant to say. */
function plain(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
}
