/** Lines that went and lines that came, in the order in which the newer text has them. */
export type LineChange = { readonly sign: "+" | "-"; readonly line: string };

/** More lines than this on both sides are compared as sets: the table of all pairs would not pay. */
const MOST = 2_000;

/** The smallest list of lines to take away and to add that makes one text the other. */
export function lineDifference(before: readonly string[], after: readonly string[]): LineChange[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const shortest = Math.min(before.length, after.length) - head;
  while (tail < shortest && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const old = before.slice(head, before.length - tail);
  const young = after.slice(head, after.length - tail);
  return old.length > MOST || young.length > MOST ? asSets(old, young) : shortestEdits(old, young);
}

/** Longest common subsequence by the table of all pairs. */
function shortestEdits(old: readonly string[], young: readonly string[]): LineChange[] {
  const width = young.length + 1;
  const table = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = young.length - 1; j >= 0; j--)
      table[i * width + j] =
        old[i] === young[j]
          ? table[(i + 1) * width + j + 1]! + 1
          : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!);
  const changes: LineChange[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < young.length) {
    if (i < old.length && j < young.length && old[i] === young[j]) {
      i++;
      j++;
    } else if (
      j === young.length ||
      (i < old.length && table[(i + 1) * width + j]! >= table[i * width + j + 1]!)
    )
      changes.push({ sign: "-", line: old[i++]! });
    else changes.push({ sign: "+", line: young[j++]! });
  }
  return changes;
}

function asSets(old: readonly string[], young: readonly string[]): LineChange[] {
  const [had, has] = [new Set(old), new Set(young)];
  return [
    ...old.filter((line) => !has.has(line)).map((line): LineChange => ({ sign: "-", line })),
    ...young.filter((line) => !had.has(line)).map((line): LineChange => ({ sign: "+", line })),
  ];
}
