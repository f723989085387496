/** What is chosen on a list: values by facet, and the column it is sorted by. */
export interface Choice {
  readonly values: ReadonlyMap<string, ReadonlySet<string>>;
  /** Name of a column, `-` in front for descending; absent for the list's own order. */
  readonly sort?: string;
}

/** Reads a choice from an address; what the list does not know is left out. */
export function readChoice(search: string, facets: readonly string[]): Choice {
  const query = new URLSearchParams(search);
  const sort = query.get("sort");
  return {
    values: new Map(facets.map((name) => [name, new Set(query.getAll(name))])),
    ...(sort ? { sort } : {}),
  };
}

/** The address of a choice on the present page; what else stands in the query stays. */
export function addressOfChoice({ values, sort }: Choice): string {
  const query = new URLSearchParams(location.search);
  for (const [name, chosen] of values) {
    query.delete(name);
    for (const value of chosen) query.append(name, value);
  }
  query.delete("sort");
  if (sort !== undefined) query.append("sort", sort);
  return `${location.pathname}${query.size > 0 ? `?${query}` : ""}`;
}
