/** Finds all of many short texts in one walk over a long one (Aho and Corasick 1975), without regard to case. */
export interface TokenMatcher {
  /**
   * One row a state: the next row by character class. Class 0 ends every token, so that column tells something else:
   * the row whose token ends here, or 0.
   */
  readonly rows: Int32Array;
  /** Index of the token that ends in a state (its row's number), or -1. */
  readonly ends: Int32Array;
  /** The state of the next shorter token that also ends here, or 0. */
  readonly shorter: Int32Array;
  readonly tokens: readonly string[];
}

/** Characters that a token may consist of; all others end every token. */
const ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789-._@/:+";
const CLASSES = ALPHABET.length + 1;
const classes = new Uint8Array(128);
for (let n = 0; n < ALPHABET.length; n += 1) {
  classes[ALPHABET.charCodeAt(n)] = n + 1;
  classes[ALPHABET.toUpperCase().charCodeAt(n)] = n + 1;
}

/** Whether a text can be looked for at all. */
export function isMatchable(token: string): boolean {
  return token.length > 0 && [...token].every((character) => (classes[character.charCodeAt(0)] ?? 0) > 0);
}

/** Prepares the search for matchable tokens. */
export function tokenMatcher(tokens: readonly string[]): TokenMatcher {
  const most = 1 + tokens.reduce((sum, token) => sum + token.length, 0);
  const rows = new Int32Array(most * CLASSES);
  const ends = new Int32Array(most).fill(-1);
  let states = 1;
  tokens.forEach((token, index) => {
    let row = 0;
    for (let n = 0; n < token.length; n += 1) {
      const edge = row + classes[token.charCodeAt(n)]!;
      if (rows[edge] === 0) rows[edge] = states++ * CLASSES;
      row = rows[edge]!;
    }
    ends[row / CLASSES] = index;
  });
  return { rows, ends, shorter: linkFailures(rows, ends, states), tokens };
}

/** Visits every occurrence of every token: its index, where it begins and where it ends. */
export function eachToken(
  matcher: TokenMatcher,
  text: string,
  visit: (index: number, start: number, end: number) => void,
): void {
  const { rows, ends, shorter, tokens } = matcher;
  if (tokens.length === 0) return;
  let row = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? classes[code]! : 0;
    if (kind === 0) {
      row = 0;
      continue;
    }
    row = rows[row + kind]!;
    for (let found = rows[row]!; found !== 0; found = shorter[found / CLASSES]!) {
      const index = ends[found / CLASSES]!;
      visit(index, at + 1 - tokens[index]!.length, at + 1);
    }
  }
}

/** Turns the tree of tokens into a machine: where a token breaks off, the longest other one that fits goes on. */
function linkFailures(rows: Int32Array, ends: Int32Array, states: number): Int32Array {
  const failure = new Int32Array(states);
  const shorter = new Int32Array(states);
  const queue = new Int32Array(states);
  let last = 0;
  for (let kind = 1; kind < CLASSES; kind += 1) if (rows[kind] !== 0) queue[last++] = rows[kind]!;
  for (let first = 0; first < last; first += 1) {
    const row = queue[first]!;
    const fall = failure[row / CLASSES]!;
    shorter[row / CLASSES] = rows[fall]!;
    rows[row] = ends[row / CLASSES]! >= 0 ? row : rows[fall]!;
    for (let kind = 1; kind < CLASSES; kind += 1) {
      const target = rows[row + kind]!;
      const instead = rows[fall + kind]!;
      if (target === 0) rows[row + kind] = instead;
      else {
        failure[target / CLASSES] = instead;
        queue[last++] = target;
      }
    }
  }
  return shorter;
}
