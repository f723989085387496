import type { Weighting } from "../../reliability/impact-weight.ts";
import type { ComponentState, Level } from "../../status/component-state.ts";
import type { DayBar } from "../../status/day-bars.ts";
import type { IncidentStatus } from "../../status/incident-status.ts";
import type { MaintenanceState } from "../../status/maintenance-windows.ts";
import type { Overall } from "../../status/roll-up.ts";
import type { CalendarDate, Instant } from "../../time.ts";

/**
 * Everything that customers are told about the state of things, as plain JSON without words of any language: the status
 * page, the API, feeds, badges and calendars are drawn from this and from nothing else.
 */
export interface StatusFacts {
  readonly name: string;
  readonly description?: string;
  /** Address of the site, with base path and trailing slash. */
  readonly url: string;
  readonly base: string;
  readonly supportUrl?: string;
  readonly zone: string;
  /** Languages of the page, the main one first. */
  readonly locales: readonly string[];
  readonly asOf: Instant;
  /** Age in seconds at which the page says that it is old. */
  readonly staleAfter: number;
  readonly weighting: Weighting;
  readonly overall: Overall;
  /** The same if no planned work were going on. */
  readonly withoutMaintenance: Overall;
  readonly groups: readonly StatusGroup[];
  /** Open incidents, newest first. */
  readonly open: readonly StatusIncident[];
  /** All other incidents that customers may know, newest first. */
  readonly past: readonly StatusIncident[];
  /** Planned work that is going on or still comes, the next first. */
  readonly planned: readonly StatusWindow[];
  /** Planned work that is over, newest first. */
  readonly done: readonly StatusWindow[];
}

/** Components under one heading. */
export interface StatusGroup {
  /** Id for other programs; absent for components without a group. */
  readonly code?: string;
  readonly name?: string;
  readonly components: readonly StatusComponent[];
}

/** What customers see of a service. */
export interface StatusComponent {
  readonly id: string;
  /** Id for other programs, stable over renames. */
  readonly code: string;
  readonly name: string;
  readonly description?: string;
  readonly group?: string;
  readonly position: number;
  readonly showcase: boolean;
  readonly onlyShowIfDegraded: boolean;
  readonly since?: CalendarDate;
  readonly state: ComponentState;
  /** The state if no planned work were going on. */
  readonly withoutMaintenance: ComponentState;
  /** Codes of planned work of the page that is expected to be felt here. */
  readonly windows: readonly string[];
  readonly days: readonly DayBar[];
  /** Over the days that are known, 0 to 1; absent where none is. */
  readonly availability?: number;
}

/** A component that something is about. */
export interface AffectedComponent {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: Level;
}

/** One update of an incident or of planned work. */
export interface StatusUpdate {
  readonly code: string;
  readonly at: Instant;
  readonly status: IncidentStatus | Exclude<MaintenanceState, "cancelled"> | "postmortem";
  readonly text: string;
  readonly components: readonly AffectedComponent[];
}

/** An incident as customers know it. */
export interface StatusIncident {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  /** Address of its page with host. */
  readonly url: string;
  readonly status: IncidentStatus | "postmortem";
  readonly started: Instant;
  readonly resolved?: Instant;
  readonly monitoring?: Instant;
  /** The worst that it did to any component. */
  readonly worst: Level;
  /** What it does now, while it is open; what it did at worst, afterwards. */
  readonly affected: readonly AffectedComponent[];
  /** Regions and plans that are hurt; empty where it is all of them, or nothing is known. */
  readonly regions: readonly string[];
  readonly plans: readonly string[];
  readonly workaround?: string;
  readonly nextUpdate?: Instant;
  /** Newest first. */
  readonly updates: readonly StatusUpdate[];
  readonly postmortem?: { readonly title: string; readonly url: string; readonly at?: Instant };
}

/** One window of planned work as customers know it. */
export interface StatusWindow {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  /** Address of its place on the status page or its history, with host. */
  readonly url: string;
  readonly state: MaintenanceState;
  readonly from: Instant;
  readonly to: Instant;
  readonly scheduledFrom: Instant;
  readonly scheduledTo: Instant;
  readonly announced?: Instant;
  readonly overrun: boolean;
  /** Whether the clock ends it; false where somebody has to say that it is over. */
  readonly byClock: boolean;
  readonly affected: readonly AffectedComponent[];
  /** Newest first. */
  readonly updates: readonly StatusUpdate[];
}
