import type { ComponentWish } from "../response/component-impact.ts";
import type { Incident, MilestoneName } from "../schemas/incident.ts";
import type { Instant } from "../time.ts";

type Status = Incident["updates"][number]["status"];

/** One command of a comment, as it was said; whether it makes sense for the incident is judged later. */
export type Command = (
  | { readonly name: "severity"; readonly severity: string }
  | { readonly name: "status"; readonly status: Exclude<Status, "resolved"> }
  | { readonly name: "commander"; readonly person: string }
  | { readonly name: "impact"; readonly components: readonly ComponentWish[] }
  | { readonly name: "milestone"; readonly milestone: MilestoneName; readonly at: Instant }
  | { readonly name: "update"; readonly text: string }
  | { readonly name: "note"; readonly text: string }
  | { readonly name: "runbook"; readonly runbook: string; readonly outcome: Outcome; readonly note?: string }
  | { readonly name: "resolve"; readonly at?: Instant; readonly text?: string }
) & { readonly line: number };

export type Outcome = Incident["runbooks"][number]["outcome"];

/** How each command is written, in the order of the help. */
export const COMMANDS = {
  severity: "/severity SEV2",
  status: "/status identified",
  commander: "/commander @handle",
  impact: "/impact checkout=partial_outage",
  milestone: "/milestone mitigated 14:05Z",
  update: "/update What customers are told",
  note: "/note What happened",
  runbook: "/runbook checkout-pool-exhausted helped",
  resolve: "/resolve",
} as const satisfies Record<Command["name"], string>;

/** Something in a comment that looks like a command and is none, or cannot be read. */
export interface CommandProblem {
  readonly line: number;
  /** One sentence: "Unexpected X, expected Y". */
  readonly message: string;
  readonly help?: string;
}
