import type { ComponentWish } from "../../src/core/response/component-impact.ts";
import type { Instant } from "../../src/core/time.ts";

/** What `incident update` and `incident resolve` were asked. */
export interface IncidentFlags {
  readonly event: "update" | "resolve";
  readonly id: string;
  readonly status?: "investigating" | "identified" | "monitoring" | "resolved";
  readonly update?: string;
  readonly component?: readonly ComponentWish[];
  readonly nextUpdate?: string;
  readonly by?: string;
  readonly started?: Instant;
  readonly mitigated?: Instant;
  readonly resolved?: Instant;
  readonly silent?: boolean;
}

/** What `maintenance start` and `maintenance end` were asked. */
export interface MaintenanceFlags {
  readonly state: "in_progress" | "completed";
  readonly id: string;
  readonly window?: Instant;
  readonly update?: string;
  readonly by?: string;
}
