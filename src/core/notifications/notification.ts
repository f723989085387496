import type { Epoch } from "../time.ts";

/** What somebody can ask to be told of. */
export type NotificationEvent =
  | "opened"
  | "updated"
  | "resolved"
  | "postmortem-due"
  | "item-overdue"
  | "legal-duty-due";

/** One thing that happened or is due, with the facts that a message may name. */
export interface Notification {
  readonly event: NotificationEvent;
  /** The entry that it is about, `incidents/2026-03-14-checkout-timeouts`. */
  readonly about: string;
  readonly at: Epoch;
  /** Who may read that entry, as it says itself. */
  readonly visibility: string;
  readonly facts: Facts;
}

/** Facts by the name that a template calls them by; what is not known is absent. */
export interface Facts {
  /** For customers, where the entry has a title of its own for them. */
  readonly publicTitle?: string;
  readonly title: string;
  /** What happened, in words. */
  readonly event: string;
  readonly severity?: string;
  readonly status?: string;
  readonly services?: string;
  /** What customers were told. */
  readonly text?: string;
  readonly due?: string;
  readonly owner?: string;
  readonly url: string;
}

/** The names that a template may call facts by. */
export const FACT_NAMES = [
  "title",
  "event",
  "severity",
  "status",
  "services",
  "text",
  "due",
  "owner",
  "url",
] as const satisfies readonly (keyof Facts)[];
