import { epochOf } from "../../../src/core/time.ts";
import { knownNames } from "../../../src/importers/logs/known-names.ts";
import { importOnCall, type OnCallImport } from "../../../src/importers/on-call/import-on-call.ts";
import type { Fields } from "../../support/builders/build-entry.ts";
import { buildEntry } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";

export const alerts: Fields[] = [{ name: "CheckoutLatencyHigh" }, { name: "SearchSlow", actionable: false }];
export const knowledgeBase = buildKnowledgeBase([buildEntry("service", "checkout", { alerts })]);

/** What becomes of a foreign text with pages and shifts. */
export function imported(text: string, more: Partial<OnCallImport> = {}) {
  return importOnCall({
    name: "pages.csv",
    text,
    names: knownNames(knowledgeBase, new Map([["Grace Hopper", "grace"]])),
    alerts: new Map(
      knowledgeBase.services.flatMap(({ id, data }) =>
        data.alerts.map((alert) => [alert.name.toLowerCase(), [{ ...alert, service: id }]] as const),
      ),
    ),
    owners: new Map([["checkout", "payments"]]),
    teamsOf: new Map([["ada", ["payments"]]]),
    incidents: new Set(["2026-03-14-checkout-timeouts"]),
    routes: [],
    now: epochOf("2026-04-01T00:00:00Z"),
    standing: new Set(),
    ...more,
  });
}
