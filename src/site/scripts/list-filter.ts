import type { Choice } from "./list-address.ts";

/** A row with its values for each facet, in the order of the facets. */
interface FacetedRow {
  readonly element: HTMLElement;
  readonly values: readonly (readonly string[])[];
}

/** How many rows each value of each facet would show, given what is chosen in the other facets. */
export type FacetCounts = readonly ReadonlyMap<string, number>[];

/** Reads the rows of a list once; what is returned shows those of a choice and counts. */
export function filterOf(
  list: HTMLElement,
  facets: readonly string[],
): (choice: Choice) => { readonly shown: number; readonly counts: FacetCounts } {
  const rows = [...list.querySelectorAll<HTMLElement>("[data-facts]")].map(
    (element): FacetedRow => ({
      element,
      values: (element.dataset.facts ?? "").split("|").map((of) => of.split(",")),
    }),
  );
  return ({ values }) => {
    const wanted = facets.map((name) => values.get(name) ?? new Set<string>());
    const asked = [...wanted.keys()].filter((index) => wanted[index]!.size > 0);
    const counts = facets.map(() => new Map<string, number>());
    let shown = 0;
    for (const { element, values: has } of rows) {
      const missed = asked.filter((index) => !has[index]?.some((value) => wanted[index]!.has(value)));
      const hidden = missed.length > 0;
      if (element.hidden !== hidden) element.hidden = hidden;
      if (!hidden) shown += 1;
      // What a row lacks in one facet only, it would show if that facet asked for its value too.
      if (missed.length > 1) continue;
      for (const [index, count] of counts.entries())
        if (!hidden || missed[0] === index)
          for (const value of has[index] ?? []) count.set(value, (count.get(value) ?? 0) + 1);
    }
    return { shown, counts };
  };
}
