import type { Entry } from "../../../src/core/knowledge-base/knowledge-base.ts";
import {
  component,
  manyComponents,
  openIncident,
  pastIncident,
  plannedWork,
} from "../../support/status-example.ts";

/** The languages of the examples, one of them from right to left. */
export const SITE = { locales: ["en", "de", "ar"] };

/** Forty components with three open incidents and a past. */
export const FORTY = [
  ...manyComponents(40),
  openIncident("part-3", "major_outage", 3),
  openIncident("part-11", "partial_outage", 3),
  openIncident("part-30", "degraded_performance", 3),
  ...Array.from({ length: 12 }, (_, index) =>
    pastIncident(`part-${index * 3 + 1}`, `2026-0${3 + (index % 3)}-${10 + index}`),
  ),
];
/** Two components in a group. */
export const SHOP = [
  component("search", { group: "Shop", position: 1, description: "Finding articles" }),
  component("pay", { group: "Shop", position: 2 }),
];

/** A status page in each state in which it is looked at. */
export const STATES: Readonly<Record<string, readonly Entry[]>> = {
  well: [...SHOP, pastIncident("pay", "2026-04-02")],
  outage: [...SHOP, openIncident("pay", "major_outage", 3)],
  degraded: [...SHOP, openIncident("search", "degraded_performance")],
  work: [...SHOP, plannedWork("index-work", "pay", "2026-05-20T10:30:00Z", "2026-05-20T11:00:00Z")],
  "work-now": [...SHOP, plannedWork("index-work", "pay", "2026-05-20T09:30:00Z", "2026-05-20T11:00:00Z")],
  forty: FORTY,
  new: [component("search", { since: "2026-05-20" })],
};
