import type { FigureValue } from "../reliability/measures/measure.ts";
import { PRESENT_RATE } from "../reliability/objectives/exhaustion.ts";
import { durationWords } from "./duration-words.ts";
import { lengthWords } from "./length-words.ts";

/** A figure in a few words: `median 41 min (n = 12)`, `8 of 10 (49 to 94 %)`, `no data`. */
export function figureWords(value: FigureValue): string {
  switch (value.kind) {
    case "none":
      return "no data";
    case "distribution":
      return `median ${durationWords(value.distribution.median)} (n = ${value.distribution.n})`;
    case "share": {
      const [low, high] = value.interval;
      return `${percent(value.part / value.whole)} %, ${value.part} of ${value.whole} (${percent(low)} to ${percent(high)} %)`;
    }
    case "count":
      return String(value.count);
    case "total":
      return durationWords(value.milliseconds);
    case "money":
      return value.sums
        .map(({ currency, low, high }) => `${amount(low)} to ${amount(high)} ${currency}`)
        .join(", ");
    case "burn": {
      const [highest] = value.rates
        .filter(({ over }) => over === PRESENT_RATE)
        .sort((a, b) => b.rate - a.rate);
      if (highest?.rate === 0) return `nothing burns over ${lengthWords(highest.over)}`;
      return highest === undefined
        ? `${value.rates.length} rates`
        : `at most ${rateWords(highest.rate)} × over ${lengthWords(highest.over)} (${highest.objective})`;
    }
    case "rate":
      return `${rateWords(value.part / value.whole)} (${value.part} in ${value.whole.toFixed(1)})`;
  }
}

/** A rate of two digits: 0.05 is not 0. */
function rateWords(rate: number): string {
  return rate >= 1 || rate === 0 ? rate.toFixed(1) : String(Number(rate.toPrecision(2)));
}

function percent(share: number): string {
  return String(Math.round(share * 100));
}

/** 12,400 as `12 400`: a space that does not break. */
function amount(value: number): string {
  return Math.round(value)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, "\u202f");
}
