import type { OnCallLog } from "../../core/schemas/logs.ts";
import type { Site } from "../../core/schemas/site.ts";
import type { Epoch } from "../../core/time.ts";
import type { KnownNames } from "../logs/known-names.ts";
import type { TakeNote } from "../markdown/note.ts";

export type Page = OnCallLog["pages"][number];
export type WorkedShift = OnCallLog["shifts"][number];

/** An alert that a service declares. */
export interface KnownAlert {
  readonly name: string;
  readonly service: string;
  readonly response: "page" | "ticket";
  readonly actionable: boolean;
}

/** What readers of pages and shifts know and write to. */
export interface PageReading {
  readonly names: KnownNames;
  /** Alerts of services by their name in lower case. */
  readonly alerts: ReadonlyMap<string, readonly KnownAlert[]>;
  /** The team that owns a service. */
  readonly owners: ReadonlyMap<string, string>;
  /** The teams of a person. */
  readonly teamsOf: ReadonlyMap<string, readonly string[]>;
  readonly incidents: ReadonlySet<string>;
  /** What alerts do, by their labels; the first that fits decides. */
  readonly routes: Site["alerting"];
  /** The team of what names none. */
  readonly team?: string;
  /** The zone of times that name none. */
  readonly zone?: string;
  readonly now: Epoch;
  readonly take: TakeNote;
}

/** A page or a shift that was read, with its line. */
export type ReadRecord =
  | { readonly kind: "page"; readonly page: Page; readonly line: number }
  | { readonly kind: "shift"; readonly shift: WorkedShift; readonly line: number };
