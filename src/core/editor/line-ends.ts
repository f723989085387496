/** A text with every line end as LF, and where each of its characters stood. */
export interface PlainLines {
  readonly text: string;
  /** Offset in the text with LF → offset in the author's. */
  readonly origin: (offset: number) => number;
  /** The line end that the author uses most. */
  readonly lineEnd: "\n" | "\r\n" | "\r";
}

/** An author's text → the same with LF, as every reader here sees it. */
export function plainLines(text: string): PlainLines {
  if (!text.includes("\r")) return { text, origin: (offset) => offset, lineEnd: "\n" };
  const dropped: number[] = [];
  const counts = { "\n": 0, "\r\n": 0, "\r": 0 };
  const plain = text.replace(/\r\n|\r|\n/g, (end, at: number) => {
    counts[end as keyof typeof counts]++;
    if (end === "\r\n") dropped.push(at + 1 - dropped.length);
    return "\n";
  });
  const lineEnd = (["\r\n", "\n", "\r"] as const).reduce((most, end) =>
    counts[end] > counts[most] ? end : most,
  );
  return { text: plain, origin: (offset) => offset + countBelow(dropped, offset), lineEnd };
}

/** How many of ascending numbers are at most a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
