/** Where a value of a foreign file stands: its line from 1, and the places of what is in it. */
export interface Place {
  readonly line: number;
  readonly fields?: ReadonlyMap<string, Place>;
  readonly items?: readonly Place[];
}

/** One record of a foreign file, with where everything in it stands. */
export interface Row {
  readonly data: unknown;
  readonly place: Place;
}

/** The value at a path of a record; what the record lacks is `undefined`. */
export function valueAt({ data }: Row, ...path: readonly string[]): unknown {
  let here = data;
  for (const name of path) {
    if (typeof here !== "object" || here === null || Array.isArray(here) || !Object.hasOwn(here, name))
      return undefined;
    here = (here as Readonly<Record<string, unknown>>)[name];
  }
  return here ?? undefined;
}

/** The words at a path of a record, numbers as words too; none where there is nothing to read. */
export function textAt(row: Row, ...path: readonly string[]): string | undefined {
  const value = valueAt(row, ...path);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "string" || value.trim() === "") return undefined;
  return value.trim();
}

/** The line of the value at a path of a record, or of the nearest that holds it. */
export function lineAt({ place }: Row, ...path: readonly string[]): number {
  let here = place;
  for (const name of path) {
    const inner = here.fields?.get(name);
    if (inner === undefined) break;
    here = inner;
  }
  return here.line;
}

/** The records of a list at a path of a record; none where there is no list. */
export function rowsAt(row: Row, ...path: readonly string[]): Row[] {
  const value = valueAt(row, ...path);
  if (!Array.isArray(value)) return [];
  let here: Place | undefined = row.place;
  for (const name of path) here = here?.fields?.get(name);
  return value.map((data, index) => ({ data, place: here?.items?.[index] ?? row.place }));
}
