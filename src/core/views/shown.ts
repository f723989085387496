/** A reference to something that has a page. */
export interface Shown {
  readonly id: string;
  readonly title: string;
  /** Address with base path; absent where the reader has no page of it. */
  readonly url?: string;
}

/** A state with its word and its shape, so that colour is never alone. */
export interface ShownState {
  /** Stable word for styles: open, mitigated, resolved, overdue … */
  readonly id: string;
  readonly word: string;
  readonly shape: string;
}

/** A severity tag: its weight falls from 1, filled, to 4, outlined. */
export interface ShownSeverity {
  readonly id: string;
  readonly weight: 1 | 2 | 3 | 4;
  readonly name: string;
  readonly url: string;
}

/** The states of incidents. */
export const INCIDENT_STATES = {
  open: { id: "open", word: "Open", shape: "●" },
  mitigated: { id: "mitigated", word: "Mitigated", shape: "◐" },
  resolved: { id: "resolved", word: "Resolved", shape: "✓" },
} as const satisfies Record<string, ShownState>;

/** The levels of impact on a service. */
export const IMPACT_STATES = {
  major_outage: { id: "outage", word: "Major outage", shape: "■" },
  partial_outage: { id: "partial", word: "Partial outage", shape: "▣" },
  degraded_performance: { id: "degraded", word: "Degraded", shape: "▲" },
  none: { id: "fine", word: "No impact", shape: "✓" },
} as const satisfies Record<string, ShownState>;

/** The states of postmortems. */
export const POSTMORTEM_STATES = {
  draft: { id: "draft", word: "Draft", shape: "○" },
  "in-review": { id: "review", word: "In review", shape: "◐" },
  final: { id: "final", word: "Final", shape: "✓" },
} as const satisfies Record<string, ShownState>;
