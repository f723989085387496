import { describe, expect, test } from "vitest";
import { exposureNotRestricted } from "../../../src/core/rules/exposure-not-restricted.ts";
import { keyEventEvidence } from "../../../src/core/rules/key-event-evidence.ts";
import { legalDutyOverdue } from "../../../src/core/rules/legal-duty-overdue.ts";
import { outOfOrder } from "../../../src/core/rules/out-of-order.ts";
import { buildEntry, buildIncident, type Fields } from "../../support/builders/build-entry.ts";
import { find } from "../../support/builders/find.ts";
import { at } from "./slow-search.ts";

test("a timeline is in order when rough instants may be", () => {
  const timeline = [
    { at: at("10:20:00"), text: "Slow" },
    { at: at("10:00:00"), precision: "hour", text: "Traffic rose" },
    { at: at("10:10:00"), text: "Alert" },
  ];
  expect(find(outOfOrder, [buildIncident({ timeline })])).toEqual([]);
});

test("evidence lasts when one piece of it does, and hosts of hosts count", () => {
  const site = { policies: { expiringEvidence: ["example.net"] } };
  const event = (...evidence: Fields[]) =>
    buildIncident({ timeline: [{ at: at("10:20:00"), text: "Rebuilt", key: true, evidence }] });
  const found = (...evidence: Fields[]) => find(keyEventEvidence, [event(...evidence)], { site });
  expect(found({ title: "Log", url: "https://logs.EXAMPLE.net/1" })).toHaveLength(1);
  expect(found({ title: "Log", url: "https://notexample.net/1" })).toEqual([]);
  expect(
    found(
      { title: "Log", url: "https://a.example.net/1" },
      { title: "Ticket", url: "https://tickets.example.com/1" },
    ),
  ).toEqual([]);
});

describe("an exposure", () => {
  const exposure = {
    scope: "Names",
    notifications: [
      { authority: "A", basis: "B", clockStarted: at("12:00:00"), due: "2026-03-05T12:00:00Z" },
    ],
  };
  const restricted = buildIncident({ visibility: "restricted", exposure });

  test("makes its postmortem restricted too", () => {
    expect(find(exposureNotRestricted, [restricted, buildEntry("postmortem", "p")])).toEqual([
      "exposure-not-restricted postmortems/p.mdx visibility",
    ]);
  });

  test("has a duty from the instant on which it is due, until it was met", () => {
    expect(find(legalDutyOverdue, [restricted], { now: "2026-03-05T11:59:59Z" })).toEqual([]);
    expect(find(legalDutyOverdue, [restricted], { now: "2026-03-05T12:00:00Z" })).toHaveLength(1);
    const notifications = [{ ...exposure.notifications[0], sent: "2026-03-05T13:00:00Z" }];
    const met = buildIncident({ exposure: { ...exposure, notifications } });
    expect(find(legalDutyOverdue, [met], { now: "2026-03-05T12:30:00Z" })).toHaveLength(1);
    expect(find(legalDutyOverdue, [met], { now: "2026-03-05T13:00:00Z" })).toEqual([]);
  });
});
