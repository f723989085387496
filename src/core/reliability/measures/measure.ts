import type { FieldPath } from "../../finding.ts";
import type { Entry, KnowledgeBase } from "../../knowledge-base/knowledge-base.ts";
import type { DurationText, Epoch } from "../../time.ts";
import type { Interval } from "../intervals.ts";
import type { Bounds } from "../statistics/bootstrap-interval.ts";
import type { Distribution } from "../statistics/distribution.ts";

/** What a measure is, in words: the same on its page, in `explain` and in every format of `metrics`. */
export interface MeasureInfo {
  /** Permanent kebab-case name, `time-to-restore`. */
  readonly id: string;
  /** M1 to M10, for the ten that every site shows. */
  readonly code?: string;
  readonly name: string;
  readonly unit: "duration" | "count" | "share" | "money" | "rate" | "burn";
  /** From what to what, over which cases. */
  readonly formula: string;
  /** What a reader may take it for though it is not. */
  readonly misleads: string;
}

/** A measure: how its figure is made from the cases of a scope. */
export interface Measure extends MeasureInfo {
  readonly of: (scope: Scope) => Outcome;
}

/** The cases that a figure is about. */
export interface Scope {
  readonly knowledgeBase: KnowledgeBase;
  readonly now: Epoch;
  /** Half-open; an incident belongs to the period in which it started, or was detected where the start is unknown. */
  readonly period: Interval;
  readonly slice?: Slice;
  /** The incidents of period and slice, near misses too, by id. */
  readonly incidents: readonly Entry<"incident">[];
}

/** One value of one dimension, `service=checkout`. */
export interface Slice {
  readonly by: Dimension;
  readonly value: string;
}

export const DIMENSIONS = ["service", "severity", "team", "layer", "trigger", "factor", "detection"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** A figure's value, the cases behind it, and those that were left out. */
export interface Outcome {
  readonly value: FigureValue;
  readonly inputs: readonly Input[];
  readonly leftOut: readonly LeftOut[];
  /** What else the cases say, in a sentence. */
  readonly remark?: string;
}

/** The number, never bare. No data is `none` with the reason, never 0 and never NaN. */
export type FigureValue =
  | { readonly kind: "none"; readonly why: string }
  | {
      readonly kind: "distribution";
      readonly distribution: Distribution;
      /** Cases within the target of their severity, of those that have one. */
      readonly withinTarget?: { readonly within: number; readonly of: number };
      /** Cases not ended yet, and the median that counts them (Kaplan and Meier), where half have ended. */
      readonly unfinished?: { readonly count: number; readonly median?: number };
    }
  | {
      readonly kind: "share";
      readonly part: number;
      readonly whole: number;
      /** 95 %, Wilson. */
      readonly interval: Bounds;
    }
  | {
      readonly kind: "count";
      readonly count: number;
      /** Exact 95 % interval of the count, Poisson. */
      readonly interval: Bounds;
      /** How many days the period has, for a rate a week or month. */
      readonly days: number;
      readonly parts?: readonly Part[];
    }
  | { readonly kind: "total"; readonly milliseconds: number; readonly parts?: readonly Part[] }
  | {
      readonly kind: "money";
      readonly sums: readonly { readonly currency: string; readonly low: number; readonly high: number }[];
    }
  | {
      readonly kind: "rate";
      readonly part: number;
      readonly whole: number;
      readonly parts?: readonly Part[];
    }
  | {
      readonly kind: "burn";
      /** Multiples of the rate that spends a budget in just its window, by objective (`checkout/completes-28d`) and look-back. */
      readonly rates: readonly {
        readonly objective: string;
        readonly over: DurationText;
        readonly rate: number;
      }[];
    };

/** A named part of a figure, as "fix done: 2". */
export interface Part {
  readonly name: string;
  readonly value: number;
}

/** One case that counts, and where in whose file its value stands. */
export interface Input {
  readonly file: string;
  readonly id: string;
  readonly title: string;
  readonly fields: readonly FieldPath[];
  /** What the case brings to the figure: milliseconds, 1, or a part's name. */
  readonly value: number | string;
}

/** One case that could have counted and does not. */
export interface LeftOut {
  readonly file: string;
  readonly id: string;
  readonly title: string;
  readonly field?: FieldPath;
  readonly why: string;
}
