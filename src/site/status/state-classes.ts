import type { ComponentState, Level } from "../../core/status/component-state.ts";
import type { DayKind } from "../../core/status/day-bars.ts";
import type { Overall } from "../../core/status/roll-up.ts";

/** One letter for each state: its shape and its colour hang on it. */
export type StateClass = "g" | "d" | "o" | "r" | "b";

/** The letter of a component's state. */
export const COMPONENT_CLASS: Readonly<Record<ComponentState, StateClass>> = {
  operational: "g",
  under_maintenance: "b",
  degraded_performance: "d",
  partial_outage: "o",
  major_outage: "r",
};

/** The letter of a level of impact. */
export const LEVEL_CLASS: Readonly<Record<Level, StateClass>> = {
  none: "g",
  degraded_performance: "d",
  partial_outage: "o",
  major_outage: "r",
};

/** The letter of how everything stands. */
export const INDICATOR_CLASS: Readonly<Record<Overall["indicator"], StateClass>> = {
  none: "g",
  minor: "d",
  major: "o",
  critical: "r",
  maintenance: "b",
};

/** The class of a day's bar; a fine day needs none. */
export const DAY_CLASS: Readonly<Record<DayKind, string>> = {
  fine: "",
  degraded_performance: "id",
  partial_outage: "io",
  major_outage: "ir",
  maintenance: "ib",
  "no-data": "in",
};
