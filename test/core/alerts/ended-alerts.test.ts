import { describe, expect, test } from "vitest";
import type { AlertDecision } from "../../../src/core/alerts/alert-decision.ts";
import { buildEntry } from "../../support/builders/build-entry.ts";
import { alertmanager } from "./alert-examples.ts";
import { decide, FIRES, incident } from "./deciding.ts";

describe("during planned work", () => {
  const work = buildEntry("maintenance", "2026-04-01-move", {
    title: "Moving house",
    visibility: "internal",
    schedule: { from: "2026-04-01T07:30:00Z", to: "2026-04-01T08:30:00Z" },
    services: [{ service: "checkout", expected: "partial_outage" }],
  });

  test("an alert is silent, and the suppression is written down with its reason", () => {
    expect(decide(alertmanager(), [work])).toMatchObject([
      {
        do: "suppress",
        why: "planned work 2026-04-01-move",
        suppression: {
          alert: "PoolSaturated",
          service: "checkout",
          owner: "payments",
          reason: "Planned work 2026-04-01-move",
          from: "2026-04-01T07:30:00Z",
          until: "2026-04-01T08:30:00Z",
        },
      },
    ]);
  });

  test("one that is written down already is silent without a second line, and one from before the work is not silent", () => {
    const [first] = decide(alertmanager(), [work]);
    const { suppression } = first as Extract<AlertDecision, { do: "suppress" }>;
    const written = buildEntry("suppressions", "suppressions", { suppressions: [suppression] });
    expect(decide(alertmanager(), [work, written])).toMatchObject([
      { do: "nothing", why: "silent by payments: Planned work 2026-04-01-move" },
    ]);
    expect(decide(alertmanager({ startsAt: "2026-04-01T07:10:00Z" }), [work])).toMatchObject([
      { do: "open" },
    ]);
  });
});

describe("the end of an alert", () => {
  const ended = alertmanager({ status: "resolved", endsAt: "2026-04-01T07:58:00Z" });

  test("is a line in the timeline, and the incident goes on", () => {
    expect(decide(ended, [incident()])).toMatchObject([
      {
        do: "note",
        resolves: false,
        edits: [
          {
            values: [{ text: 'Alert PoolSaturated{service="checkout"} is over since 2026-04-01T07:58:00Z.' }],
          },
        ],
      },
    ]);
  });

  test("ends the incident where the policy says so, nothing else fires and no customer waits for a word", () => {
    const site = { site: { policies: { alertResolved: "resolve" } } };
    expect(decide(ended, [incident()], site)).toMatchObject([{ do: "note", resolves: true }]);
    const another = {
      at: "2026-04-01T07:55:00Z",
      kind: "alert",
      text: "Alert Slow fires since 2026-04-01T07:55:00Z.",
    };
    const both = incident({
      timeline: [{ at: "2026-04-01T07:50:00Z", kind: "alert", text: FIRES }, another],
    });
    expect(decide(ended, [both], site)).toMatchObject([{ do: "note", resolves: false }]);
    expect(decide(ended, [incident({ customerVisible: true })], site)).toMatchObject([{ resolves: false }]);
  });

  test("that nobody knows, or while another machine fires still, changes nothing", () => {
    expect(decide(ended)).toMatchObject([{ do: "nothing", why: "no incident has it as firing" }]);
    const both = { alerts: [...ended.alerts, alertmanager({}, { instance: "10.0.0.2:9090" }).alerts[0]] };
    expect(decide(both, [incident()])).toMatchObject([
      { do: "nothing", why: "2026-04-01-pool has it already" },
      { do: "nothing", why: "others of its kind fire still" },
    ]);
  });
});
