import type { Choice } from "./list-address.ts";

/** What a choice leaves of a list. */
export interface Narrowed {
  readonly shown: number;
  /** Rows that are left in each group, by the group's element. */
  readonly groups: ReadonlyMap<Element, number>;
  /** How many rows each value of each facet would show, given what is chosen in the other facets. */
  readonly counts: readonly ReadonlyMap<string, number>[];
}

/** Reads the rows of a list once; what is returned shows those of a choice, hides the others, and counts. */
export function filterOf(list: HTMLElement, facets: readonly string[]): (choice: Choice) => Narrowed {
  const words = facets.map(() => new Map<string, number>());
  const rows = [...list.querySelectorAll<HTMLElement>("[data-facts]")].map((element) => ({
    element,
    group: element.closest("tbody, section") ?? element.parentElement!,
    values: (element.dataset.facts ?? "")
      .split("|")
      .map((of, index) => (of === "" ? [] : of.split(",").map((word) => numberOf(words[index]!, word)))),
  }));
  return ({ values }) => {
    const wanted = facets.map(
      (name, index) => new Set([...(values.get(name) ?? [])].map((word) => words[index]!.get(word))),
    );
    const asked = [...wanted.keys()].filter((index) => wanted[index]!.size > 0);
    const counts = words.map(({ size }) => new Uint32Array(size));
    const groups = new Map<Element, number>();
    let shown = 0;
    for (const { element, group, values: has } of rows) {
      const missed = asked.filter((index) => !has[index]!.some((value) => wanted[index]!.has(value)));
      const hidden = missed.length > 0;
      if (element.hidden !== hidden) element.hidden = hidden;
      groups.set(group, (groups.get(group) ?? 0) + Number(!hidden));
      if (!hidden) shown += 1;
      // What a row lacks in one facet only, it would show if that facet asked for its value too.
      if (missed.length > 1) continue;
      for (const index of hidden ? missed : counts.keys())
        for (const value of has[index]!) counts[index]![value]! += 1;
    }
    return {
      shown,
      groups,
      counts: words.map(
        (of, index) => new Map([...of].map(([word, value]) => [word, counts[index]![value]!])),
      ),
    };
  };
}

function numberOf(words: Map<string, number>, word: string): number {
  const known = words.get(word) ?? words.size;
  words.set(word, known);
  return known;
}
