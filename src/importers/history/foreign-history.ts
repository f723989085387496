import type { Impact, Incident } from "../../core/schemas/incident.ts";
import type { Maintenance } from "../../core/schemas/maintenance.ts";
import type { Note } from "../markdown/note.ts";
import type { WrittenInstant } from "./written-instant.ts";

/** A part of a service as the foreign status page names it. */
export interface ForeignComponent {
  readonly name: string;
  readonly group?: string;
  readonly description?: string;
  readonly showcase?: boolean;
  readonly onlyShowIfDegraded?: boolean;
  /** First day of its history. */
  readonly since?: string;
}

/** How badly a component was hurt, from when to when; an end that is not known is the end of the event. */
export interface ForeignImpact {
  readonly component: string;
  readonly level: Impact["level"];
  readonly from: string;
  readonly to?: string;
}

/** What customers were told. */
export interface ForeignUpdate<Status extends string> {
  readonly at: string;
  readonly status: Status;
  readonly text: string;
}

interface ForeignEvent {
  /** Where it stands in the source, as `imported.from` says it. */
  readonly from: string;
  readonly title: string;
  /** Names under which its old address knew it. */
  readonly names: readonly string[];
  readonly start: WrittenInstant;
  /** Everything that it tells besides its fields, MDX that the guard passes. */
  readonly body: string;
  readonly notes: readonly Note[];
}

/** Something that broke. */
export interface ForeignIncident extends ForeignEvent {
  readonly kind: "incident";
  /** Absent while it lasts. */
  readonly end?: WrittenInstant;
  /** Components that it names. */
  readonly components: readonly string[];
  readonly impact: readonly ForeignImpact[];
  readonly updates: readonly ForeignUpdate<Incident["updates"][number]["status"]>[];
}

/** Planned work. */
export interface ForeignWork extends ForeignEvent {
  readonly kind: "maintenance";
  readonly to: string;
  readonly components: readonly string[];
  readonly expected: Impact["level"];
  readonly announced?: string;
  readonly states: readonly { readonly state: Maintenance["states"][number]["state"]; readonly at: string }[];
  readonly updates: readonly ForeignUpdate<Maintenance["updates"][number]["status"]>[];
}

/** A part of the source that becomes no entry, and why. */
export interface LeftOut {
  readonly from: string;
  readonly why: string;
  readonly notes: readonly Note[];
}

/** Everything that a foreign status page tells of its past. */
export interface ForeignHistory {
  readonly format: "cstate" | "statuspage" | "upptime";
  readonly name?: string;
  readonly url?: string;
  readonly components: readonly ForeignComponent[];
  readonly events: readonly (ForeignIncident | ForeignWork)[];
  readonly leftOut: readonly LeftOut[];
}
