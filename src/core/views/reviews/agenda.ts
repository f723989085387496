import type { ShownState } from "../shown.ts";

/** One line of an agenda: what it is about, and what is known of it. */
export interface AgendaLine {
  readonly text: string;
  readonly url?: string;
  readonly note?: string;
  readonly state?: ShownState;
}

/** One point of an agenda: what it asks, and the lines that it is about. */
export interface AgendaPoint {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly lines: readonly AgendaLine[];
  /** What stands there when there is no line. */
  readonly none: string;
}

/** The rhythms of reviews. */
export const RHYTHMS = ["week", "month", "quarter"] as const;
export type Rhythm = (typeof RHYTHMS)[number];
