import type { Figure } from "../../reliability/measures/figure.ts";
import type { Epoch } from "../../time.ts";

/** A family of samples as both text formats of Prometheus print it. */
interface Family {
  readonly name: string;
  readonly help: string;
  readonly samples: Sample[];
}

interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Figures in Prometheus' text format; a scraper stamps them itself. */
export function metricsPrometheus(figures: readonly Figure[]): string {
  return families(figures)
    .map((family) => written(family))
    .join("");
}

/** Figures in OpenMetrics, each sample stamped with the as-of instant, for a back-fill. */
export function metricsOpenmetrics(figures: readonly Figure[], asOf: Epoch): string {
  return `${families(figures)
    .map((family) => written(family, asOf / 1000))
    .join("")}# EOF\n`;
}

function written({ name, help, samples }: Family, stamp?: number): string {
  const lines = samples.map(({ labels, value }) => {
    const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
    const set = pairs.length > 0 ? `{${pairs.join(",")}}` : "";
    return `${name}${set} ${value}${stamp === undefined ? "" : ` ${stamp}`}\n`;
  });
  return `# HELP ${name} ${help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n")}\n# TYPE ${name} gauge\n${lines.join("")}`;
}

/** Everything is a gauge: a figure of a period goes up and down, and what a record says may be mended. */
function families(figures: readonly Figure[]): Family[] {
  const byName = new Map<string, Family>();
  const add = (name: string, help: string, sample: Sample) => {
    const family = byName.get(name) ?? { name, help, samples: [] };
    family.samples.push(sample);
    byName.set(name, family);
  };
  for (const figure of figures) addFigure(figure, add);
  return [...byName.values()];
}

function addFigure(
  { measure, slice, value }: Figure,
  add: (name: string, help: string, sample: Sample) => void,
): void {
  const name = `tidemark_${measure.id.replaceAll("-", "_")}`;
  const help = `${measure.name}: ${measure.formula}.`;
  const labels: Record<string, string> = slice === undefined ? {} : { [slice.by]: slice.value };
  const parts = (unit: string, scale: number, list: readonly { name: string; value: number }[] = []) => {
    for (const part of list)
      add(`${name}_part_${unit}`, `${help} By part.`, {
        labels: { ...labels, part: part.name },
        value: part.value / scale,
      });
  };
  switch (value.kind) {
    case "none":
      return;
    case "distribution": {
      const { distribution: known, unfinished } = value;
      const quantiles = [
        ["p25", known.lowerQuartile],
        ["p50", known.median],
        ["p75", known.upperQuartile],
        ["p90", known.p90],
      ] as const;
      for (const [statistic, length] of quantiles)
        add(`${name}_seconds`, help, { labels: { ...labels, statistic }, value: length / 1000 });
      add(`${name}_cases`, `${help} Number of cases.`, { labels, value: known.n });
      if (unfinished)
        add(`${name}_unfinished`, `${help} Cases not ended.`, { labels, value: unfinished.count });
      return;
    }
    case "share":
      add(`${name}_ratio`, help, { labels, value: value.part / value.whole });
      add(`${name}_cases`, `${help} Number of cases.`, { labels, value: value.whole });
      return;
    case "count":
      add(`${name}_cases`, help, { labels, value: value.count });
      parts("cases", 1, value.parts);
      return;
    case "total":
      add(`${name}_seconds`, help, { labels, value: value.milliseconds / 1000 });
      parts("seconds", 1000, value.parts);
      return;
    case "money":
      for (const { currency, low, high } of value.sums) {
        add(`${name}_low`, `${help} Low estimate.`, { labels: { ...labels, currency }, value: low });
        add(`${name}_high`, `${help} High estimate.`, { labels: { ...labels, currency }, value: high });
      }
      return;
    case "burn":
      for (const { objective, over, rate } of value.rates)
        add(`${name}_ratio`, help, { labels: { ...labels, objective, over }, value: rate });
      return;
    case "rate":
      add(`${name}_ratio`, help, { labels, value: value.part / value.whole });
  }
}

function escaped(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}
