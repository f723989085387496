import type { Row } from "./place.ts";
import { columnName } from "./read-csv.ts";

/** The name under which a record has a field that goes by several names; the first of them where it has none. */
export function fieldOf({ data }: Row, names: readonly string[]): string {
  const own = typeof data === "object" && data !== null ? Object.keys(data) : [];
  for (const name of names) {
    const found = own.find((key) => columnName(key) === name);
    if (found !== undefined) return found;
  }
  return names[0]!;
}
