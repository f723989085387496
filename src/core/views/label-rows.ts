/** Where the label of a mark stands: to the right of its leader or to the left, and in which row below the axis. */
export interface LabelPlace {
  readonly anchor: "start" | "end";
  readonly row: number;
}

/** A mark on an axis from 0 to 1000, and how wide its label is on the same scale. */
export interface LabelledMark {
  readonly position: number;
  readonly width: number;
}

/** Places labels below sorted marks so that none meets another label or another's leader, in as few rows as can be. */
export function labelRows(marks: readonly LabelledMark[]): LabelPlace[] {
  const trials = Array.from({ length: marks.length + 1 }, (_, split) => placeAt(marks, split));
  const cost = (places: LabelPlace[]) =>
    100 * meetings(marks, places) + Math.max(0, ...places.map(({ row }) => row));
  return trials.reduce((best, trial) => (cost(trial) < cost(best) ? trial : best));
}

/** Marks before the split have labels to the right, a staircase down to the left; the rest mirror it. */
function placeAt(marks: readonly LabelledMark[], split: number): LabelPlace[] {
  const rows: number[] = [];
  for (let index = split - 1; index >= 0; index--) {
    const { position, width } = marks[index]!;
    rows[index] = deepest(rows, marks, index + 1, split, (other) => other < position + width) + 1;
  }
  for (let index = split; index < marks.length; index++) {
    const { position, width } = marks[index]!;
    rows[index] = deepest(rows, marks, split, index, (other) => other > position - width) + 1;
  }
  return rows.map((row, index) => ({ anchor: index < split ? "start" : "end", row }));
}

function deepest(
  rows: readonly number[],
  marks: readonly LabelledMark[],
  from: number,
  to: number,
  near: (position: number) => boolean,
): number {
  let row = -1;
  for (let index = from; index < to; index++)
    if (near(marks[index]!.position)) row = Math.max(row, rows[index]!);
  return row;
}

/** How often a label leaves the axis, or meets another label or its leader. */
function meetings(marks: readonly LabelledMark[], places: readonly LabelPlace[]): number {
  const spans = marks.map(
    ({ position, width }, index) =>
      (places[index]!.anchor === "start" ? [position, position + width] : [position - width, position]) as [
        number,
        number,
      ],
  );
  let count = spans.filter(([from, to]) => from < 0 || to > 1000).length;
  for (let a = 0; a < marks.length; a++)
    for (let b = a + 1; b < marks.length; b++) {
      const sameRow =
        places[a]!.row === places[b]!.row && spans[a]![1] > spans[b]![0] && spans[b]![1] > spans[a]![0];
      if (
        sameRow ||
        crosses(marks[b]!.position, places[b]!.row, spans[a]!, places[a]!.row) ||
        crosses(marks[a]!.position, places[a]!.row, spans[b]!, places[b]!.row)
      )
        count++;
    }
  return count;
}

/** Whether a leader on its way down to its row passes through a label above. */
function crosses(position: number, row: number, [from, to]: [number, number], labelRow: number): boolean {
  return row > labelRow && position > from && position < to;
}
