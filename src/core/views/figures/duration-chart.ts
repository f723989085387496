import type { Chart } from "../../charts/chart.ts";
import { dotPlot, MOST_DOTS } from "../../charts/dot-plot.ts";
import type { Figure } from "../../reliability/measures/figure.ts";
import { durationOf } from "../../time.ts";
import { durationWords } from "../../words/duration-words.ts";
import { href, shownEntry, type ViewContext } from "../view-context.ts";

/** Rows of a chart's table; all of them are in the download. */
const MOST_ROWS = 50;

/** The cases of a measure of lengths of time as dots; without data a sentence says why. */
export function durationChart(context: ViewContext, figure: Figure, download: string): Chart {
  const { measure, value, inputs } = figure;
  const cases = inputs.map(({ title, value: length }) => ({ milliseconds: Number(length), title }));
  const shown = inputs.toReversed().slice(0, MOST_ROWS);
  const chart = {
    id: `${measure.id}-chart`,
    title: measure.name,
    unit: "length of time, log scale",
    n: `n = ${inputs.length}`,
    columns: [
      { title: "Incident", number: false },
      { title: measure.name, number: true },
    ],
    rows: shown.map(({ id, title, value: length }) => {
      const { url } = shownEntry(context, "incident", id);
      return [
        { text: title, ...(url === undefined ? {} : { url }) },
        { text: durationWords(Number(length)) },
      ];
    }),
    more: inputs.length - shown.length,
    download: href(context, download),
  };
  if (value.kind !== "distribution")
    return {
      ...chart,
      sentence: `No data: ${value.kind === "none" ? value.why : "this is no length of time."}`,
    };
  const { distribution: known } = value;
  const target = targetOf(context, measure.id);
  const half =
    known.n === 1
      ? `The one case took ${durationWords(known.median)}.`
      : `Half of ${known.n} took ${durationWords(known.median)} or less, nine in ten ${durationWords(known.p90)} or less, the longest ${durationWords(known.most)}.`;
  const crowd = known.n > MOST_DOTS ? " Each dot is a hundredth of them." : "";
  return { ...chart, drawing: dotPlot(cases, known, target), sentence: half + crowd };
}

const TARGETS = {
  "time-to-detect": "detect",
  "time-to-acknowledge": "acknowledge",
  "time-to-mitigate": "mitigate",
  "time-to-restore": "restore",
} as const;

/** The target of the highest severity, for those who may know it. */
function targetOf({ projection }: ViewContext, measure: string) {
  if (!projection.reader.internal || !(measure in TARGETS)) return undefined;
  const [highest] = projection.taxonomy.severities;
  const length = highest?.targets[TARGETS[measure as keyof typeof TARGETS]];
  return length === undefined
    ? undefined
    : { name: `${highest!.id} target`, milliseconds: durationOf(length) };
}
