import { epochOf } from "../../../src/core/time.ts";
import { buildEntry, type Fields } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";

export const BERLIN = "Europe/Berlin";
/** March. */
export const period = { from: epochOf("2026-03-01T00:00:00Z"), to: epochOf("2026-04-01T00:00:00Z") };
export const now = period.to;
export const roster = {
  zone: BERLIN,
  rotation: ["ada", "grace"],
  starts: "2026-03-02T09:00:00+01:00",
  shiftLength: "7d",
};
export const teams = {
  people: [
    { handle: "ada", role: "Engineer" },
    { handle: "grace", role: "Engineer" },
  ],
  teams: [{ id: "payments", name: "Payments", members: ["ada", "grace"], roster }],
};
export const page = (at: string, more: Fields = {}) => ({
  at,
  team: "payments",
  alert: "CheckoutLatencyHigh",
  ...more,
});
export const shift = (person: string, from: string, to: string) => ({ team: "payments", person, from, to });

/** Ada 24 h, Grace 12 h: two normal shifts and one. */
export const log = {
  shifts: [
    shift("ada", "2026-03-06T08:00:00Z", "2026-03-07T08:00:00Z"),
    shift("grace", "2026-03-07T08:00:00Z", "2026-03-07T20:00:00Z"),
  ],
  pages: [
    page("2026-03-06T21:30:00Z", { incident: "2026-03-06-a", person: "ada" }),
    page("2026-03-07T04:59:00Z", { incident: "2026-03-06-a" }),
    page("2026-03-07T09:00:00Z", { actionable: false, person: "grace", service: "checkout" }),
    page("2026-03-10T12:00:00Z"),
  ],
};

/** What is known with a log of March and other entries. */
export function known(onCall: Fields = log, entries: readonly ReturnType<typeof buildEntry>[] = []) {
  return buildKnowledgeBase([buildEntry("on-call", "2026-03", onCall), ...entries] as never, { teams });
}
