import type { Shown } from "./shown.ts";

/** One way to narrow a list: its values, each with how many rows have it. */
export interface Facet {
  /** Stands in the address, `?severity=SEV1`. */
  readonly name: string;
  readonly title: string;
  readonly options: readonly (Shown & { readonly count: number })[];
}

/** What the rows of a list have for one facet. */
export interface FacetValues<Row> {
  readonly name: string;
  readonly title: string;
  readonly of: (row: Row) => readonly Shown[];
  /** Ids in the order in which they are offered, or `newest` for the last id first; without it the most frequent come first. */
  readonly order?: readonly string[] | "newest";
}

/** The facets of a list that part its rows: one whose rows all have the same value, or none, is left out. */
export function facetsOf<Row>(rows: readonly Row[], wanted: readonly FacetValues<Row>[]): Facet[] {
  return wanted.flatMap(({ name, title, of, order }) => {
    const options = new Map<string, Shown & { count: number }>();
    for (const row of rows)
      for (const value of of(row)) {
        const option = options.get(value.id);
        if (option) option.count++;
        else options.set(value.id, { ...value, count: 1 });
      }
    const place = (id: string) =>
      Array.isArray(order) && order.includes(id) ? order.indexOf(id) : Number.POSITIVE_INFINITY;
    const sorted = [...options.values()].sort(
      (a, b) =>
        (order === "newest" ? compare(b.id, a.id) : compare(place(a.id), place(b.id))) ||
        b.count - a.count ||
        compare(a.title, b.title),
    );
    const parts = sorted.length > 1 || sorted.some(({ count }) => count < rows.length);
    return parts ? [{ name, title, options: sorted }] : [];
  });
}

/** What a row has for each facet, in little room: values parted by commas, facets by bars, in the order of the facets. */
export function factsOf<Row>(
  row: Row,
  facets: readonly Facet[],
  wanted: readonly FacetValues<Row>[],
): string {
  return facets
    .map(({ name }) => wanted.find((each) => each.name === name)!.of(row))
    .map((values) => values.map(({ id }) => id).join(","))
    .join("|");
}

function compare<Value extends number | string>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
