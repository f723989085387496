import type { Taxonomy } from "../schemas/taxonomy.ts";

/** The higher of two severities; the first in taxonomy.yaml is the highest, an unknown one counts as none. */
export function higherSeverity(
  taxonomy: Taxonomy,
  a: string | undefined,
  b: string | undefined,
): string | undefined {
  return rank(taxonomy, a) <= rank(taxonomy, b) ? a : b;
}

function rank(taxonomy: Taxonomy, severity: string | undefined): number {
  const index = taxonomy.severities.findIndex(({ id }) => id === severity);
  return index === -1 ? Number.POSITIVE_INFINITY : index;
}
