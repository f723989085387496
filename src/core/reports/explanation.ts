import type { Place } from "../diagnostic.ts";
import { locateSpots, type SourceOf } from "../locate.ts";
import type { Figure } from "../reliability/measures/figure.ts";
import { type Epoch, instantOf } from "../time.ts";
import { figureWords } from "../words/figure-words.ts";
import { metricRows } from "./metrics/metric-rows.ts";
import { visibleText } from "./visible-text.ts";

/** Everything behind a figure: its formula, each case with file and line, and what was left out and why. */
export function explanation(figure: Figure, sourceOf: SourceOf, asOf: Epoch): string {
  const { measure, period, value, inputs, leftOut } = figure;
  const places = locateSpots(
    [
      ...inputs.flatMap(({ file, fields }) => fields.map((field) => ({ file, field }))),
      ...leftOut.map(({ file, field }) => ({ file, ...(field === undefined ? {} : { field }) })),
    ],
    sourceOf,
  );
  let next = 0;
  const cases = inputs.map(({ title, value: brought, fields }) => {
    const own = fields.map(() => placeWords(places[next++]!));
    return `  ${valueWords(brought, measure.unit)}  ${visibleText(title)}\n${own.map((place) => `      ${place}\n`).join("")}`;
  });
  const others = leftOut.map(
    ({ title, why }) => `  ${visibleText(title)}: ${why}\n      ${placeWords(places[next++]!)}\n`,
  );
  return [
    `${measure.name}${measure.code === undefined ? "" : ` (${measure.code})`}: ${figure.id}\n`,
    `  ${value.kind === "none" ? `no data: ${value.why}` : figureWords(value)}\n`,
    `  ${instantOf(period.from)} to ${instantOf(period.to)}, as of ${instantOf(asOf)}\n\n`,
    `Formula\n  ${measure.formula}\n\nBeware\n  ${measure.misleads}\n`,
    ...(figure.remark === undefined ? [] : [`\nBesides\n  ${figure.remark}\n`]),
    section("Numbers", numbers(figure)),
    section(`Cases (${inputs.length})`, cases),
    section(`Left out (${leftOut.length})`, others),
  ].join("");
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `\n${title}\n${lines.join("")}`;
}

function numbers(figure: Figure): string[] {
  return metricRows(figure).map(({ statistic, value, unit, low, high }) => {
    const bounds = low === undefined ? "" : ` (${rounded(low)} to ${rounded(high!)})`;
    return `  ${statistic}: ${rounded(value)} ${unit}${bounds}\n`;
  });
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(6)));
}

function valueWords(value: number | string, unit: Figure["measure"]["unit"]): string {
  if (typeof value === "string") return value;
  return unit === "duration" ? `${value / 1000} s` : String(value);
}

function placeWords({ file, line }: Place): string {
  return line === undefined ? file : `${file}:${line}`;
}
