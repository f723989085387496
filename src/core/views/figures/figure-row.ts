import type { Figure } from "../../reliability/measures/figure.ts";
import type { FigureValue } from "../../reliability/measures/measure.ts";
import { PRESENT_RATE } from "../../reliability/objectives/exhaustion.ts";
import type { Bounds } from "../../reliability/statistics/bootstrap-interval.ts";
import { durationWords } from "../../words/duration-words.ts";
import { figureWords } from "../../words/figure-words.ts";

/** One figure as a row of a table: everything that is said of it, in words. */
export interface FigureRow {
  readonly id: string;
  readonly name: string;
  /** M1 to M10. */
  readonly code?: string;
  /** Where it is explained. */
  readonly url: string;
  /** How many cases count. */
  readonly n: number;
  /** How many could have and do not. */
  readonly leftOut: number;
  /** Why there is none. */
  readonly none?: string;
  /** Present for lengths of time. */
  readonly lengths?: LengthCells;
  /** The figure in words, with its interval where it has one. */
  readonly value?: string;
  readonly interval?: string;
  readonly parts: readonly string[];
}

/** What is said of lengths of time. */
export interface LengthCells {
  readonly median: string;
  readonly middleHalf: string;
  readonly p90: string;
  readonly geometricMean: string;
  readonly mean: string;
  readonly meanInterval?: string;
  readonly extremes: string;
}

/** A figure as a row; targets are the organisation's own business and stay inside. */
export function figureRow(figure: Figure, url: string, internal: boolean): FigureRow {
  const { id, measure, value, inputs, leftOut } = figure;
  const row = {
    id,
    name: measure.name,
    ...(measure.code === undefined ? {} : { code: measure.code }),
    url,
    n:
      value.kind === "distribution"
        ? value.distribution.n
        : value.kind === "share"
          ? value.whole
          : inputs.length,
    leftOut: leftOut.length,
    parts: partsOf(value, internal),
  };
  switch (value.kind) {
    case "none":
      return { ...row, none: value.why };
    case "distribution": {
      const { distribution: known } = value;
      return {
        ...row,
        lengths: {
          median: durationWords(known.median),
          middleHalf: between([known.lowerQuartile, known.upperQuartile]),
          p90: durationWords(known.p90),
          geometricMean: durationWords(known.geometricMean),
          mean: durationWords(known.mean),
          ...(known.meanInterval === undefined ? {} : { meanInterval: between(known.meanInterval) }),
          extremes: between([known.least, known.most]),
        },
      };
    }
    case "share": {
      const [low, high] = value.interval;
      return {
        ...row,
        value: `${percent(value.part / value.whole)} %, ${value.part} of ${value.whole}`,
        interval: `${percent(low)} to ${percent(high)} %`,
      };
    }
    case "count":
      return { ...row, value: countWords(value), interval: value.interval.map(rough).join(" to ") };
    default:
      return { ...row, value: figureWords(value) };
  }
}

/** A count with its rate, rounded so that a day more changes no page. */
function countWords({ count, days }: Extract<FigureValue, { kind: "count" }>): string {
  return count > 0 && days >= 28 ? `${count}, ${rough((count * 30.44) / days)} a month` : String(count);
}

function partsOf(value: FigureValue, internal: boolean): string[] {
  switch (value.kind) {
    case "distribution": {
      const { withinTarget, unfinished } = value;
      return [
        ...(withinTarget && internal ? [`${withinTarget.within} of ${withinTarget.of} within target`] : []),
        ...(unfinished ? [`${unfinished.count} not ended`] : []),
        ...(unfinished?.median === undefined
          ? []
          : [`median with those ${durationWords(unfinished.median)}`]),
      ];
    }
    case "count":
      return (value.parts ?? [])
        .filter((part) => part.value > 0)
        .map((part) => `${part.name}: ${part.value}`);
    case "total":
      return (value.parts ?? []).map((part) => `${part.name}: ${durationWords(part.value)}`);
    case "burn":
      return burnParts(value);
    case "rate":
      return (value.parts ?? []).map((part) => `${part.name}: ${part.value}`);
    default:
      return [];
  }
}

/** The rates above 0 over the look-back of the present rate; the rest stands with the objectives. */
function burnParts({ rates }: Extract<FigureValue, { kind: "burn" }>): string[] {
  const present = rates.filter(({ over }) => over === PRESENT_RATE);
  const burning = present.filter(({ rate }) => rate > 0).sort((a, b) => b.rate - a.rate);
  const shown = burning.map(({ objective, rate }) => `${objective}: ${rate.toFixed(1)} ×`);
  return [...shown, `${present.length - burning.length} of ${present.length} objectives burn nothing`];
}

function between([low, high]: Bounds): string {
  return `${durationWords(low)} to ${durationWords(high)}`;
}

function percent(share: number): string {
  return String(Math.round(share * 100));
}

function rough(value: number): string {
  return value < 10 ? value.toFixed(1) : String(Math.round(value));
}
