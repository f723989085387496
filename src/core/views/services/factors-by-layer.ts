import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { factorsOf } from "../../taxonomy/factors-of.ts";
import type { Shown } from "../shown.ts";
import { shownTerm, type ViewContext } from "../view-context.ts";

/** How often each factor contributed in each layer: where the same thing keeps going wrong. */
export interface FactorsByLayer {
  readonly layers: readonly Shown[];
  readonly rows: readonly {
    readonly factor: Shown;
    /** One a layer; empty for none. */
    readonly counts: readonly string[];
    readonly total: string;
  }[];
}

/** Incidents by factor and layer, most frequent factor first; absent where none names both. */
export function factorsByLayer(
  context: ViewContext,
  incidents: readonly Entry<"incident">[],
): FactorsByLayer | undefined {
  const counts = new Map<string, Map<string, number>>();
  const totals = new Map<string, number>();
  const layers = new Set<string>();
  for (const { data } of incidents) {
    for (const factor of factorsOf(data)) {
      totals.set(factor, (totals.get(factor) ?? 0) + 1);
      const row = counts.get(factor) ?? new Map<string, number>();
      counts.set(factor, row);
      for (const layer of new Set(data.layers)) {
        layers.add(layer);
        row.set(layer, (row.get(layer) ?? 0) + 1);
      }
    }
  }
  if (layers.size === 0 || totals.size === 0) return undefined;
  const order = context.projection.taxonomy.layers.map(({ id }) => id);
  const columns = [...layers].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return {
    layers: columns.map((layer) => shownTerm(context, "layers", layer)),
    rows: [...totals]
      .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
      .map(([factor, total]) => ({
        factor: shownTerm(context, "factors", factor),
        counts: columns.map((layer) => String(counts.get(factor)?.get(layer) ?? "")),
        total: String(total),
      })),
  };
}
