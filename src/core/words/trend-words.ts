import type { CountComparison } from "../reliability/statistics/compare-counts.ts";
import type { PeriodComparison } from "../reliability/statistics/compare-periods.ts";
import { probabilityWords } from "./probability-words.ts";

/** What two periods say of each other, and which way an arrow may point; none where the data cannot carry it. */
export interface Trend {
  readonly sentence: string;
  readonly arrow?: "up" | "down";
}

/** Lengths of time against those of the period before. */
export function lengthTrend(comparison: PeriodComparison): Trend {
  const { before, after, ratio, pValue, detectable, verdict, couldTurn } = comparison;
  if (ratio === undefined || pValue === undefined || detectable === undefined)
    return {
      sentence: `No trend can be told: there are ${cases(after)} now and ${before} in the period before, and it takes two in each.`,
    };
  if (couldTurn !== undefined) {
    const longer = ratio > 1;
    return {
      sentence: `No trend can be told: those that ended were typically ${longer ? "longer" : "shorter"} than in the period before by a factor of ${factor(longer ? ratio : 1 / ratio)} (n = ${after} against ${before}, p = ${probabilityWords(pValue)}), but ${notEnded(couldTurn, longer ? " of the period before" : "")} and could turn that round.`,
    };
  }
  if (verdict === "unknown")
    return {
      sentence: `No trend can be told: with ${cases(after)} now and ${before} in the period before, only a change by a factor of ${factor(detectable.smallest)} or more would show (p = ${probabilityWords(pValue)}).`,
    };
  const change = verdict === "shorter" ? 1 / ratio : ratio;
  return {
    sentence: `Typically ${verdict} than in the period before by a factor of ${factor(change)} (n = ${after} against ${before}, p = ${probabilityWords(pValue)}).`,
    arrow: verdict === "shorter" ? "down" : "up",
  };
}

/** A count against that of the period before. */
export function countTrend({ before, after, pValue, verdict }: CountComparison): Trend {
  if (pValue === undefined)
    return { sentence: "There were none, and none in the period before: no trend can be told." };
  if (verdict === "unknown")
    return {
      sentence: `${after} now and ${before} in the period before: chance alone gives such a difference (p = ${probabilityWords(pValue)}), so no trend can be told.`,
    };
  return {
    sentence: `${verdict === "fewer" ? "Fewer" : "More"} than in the period before: ${after} against ${before} (p = ${probabilityWords(pValue)}).`,
    arrow: verdict === "fewer" ? "down" : "up",
  };
}

function cases(count: number): string {
  return count === 1 ? "1 case" : `${count} cases`;
}

function notEnded(count: number, where: string): string {
  return `${count}${where} ${count === 1 ? "has" : "have"} not ended`;
}

function factor(value: number): string {
  return value < 10 ? value.toFixed(1) : String(Math.round(value));
}
