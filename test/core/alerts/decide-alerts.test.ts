import { describe, expect, test } from "vitest";
import type { AlertDecision } from "../../../src/core/alerts/alert-decision.ts";
import { buildEntry } from "../../support/builders/build-entry.ts";
import { alertmanager, NOW } from "./alert-examples.ts";
import { decide, FIRES, incident } from "./deciding.ts";

const ROSTER = {
  zone: "Europe/Berlin",
  rotation: ["ada", "grace"],
  starts: "2026-03-30T09:00:00+02:00",
  shiftLength: "1d",
};
const teams = {
  people: [
    { handle: "ada", role: "Engineer" },
    { handle: "grace", role: "Engineer" },
  ],
  teams: [{ id: "payments", name: "Payments", members: ["ada", "grace"], roster: ROSTER }],
};

describe("a firing alert", () => {
  test("opens an incident, commanded by whoever is on call at that instant", () => {
    const decisions = decide(alertmanager(), [], { teams });
    expect(decisions.map((each) => each.do)).toEqual(["open"]);
    const { draft } = decisions[0] as Extract<AlertDecision, { do: "open" }>;
    expect(draft.id).toBe("2026-04-01-checkout-every-connection-is-in-use");
    for (const line of [
      'title: "Checkout: Every connection is in use"',
      "visibility: internal",
      "initial: SEV1",
      "person: ada",
      'key: "PoolSaturated{service=\\"checkout\\"}"',
      "signature: pool-saturated",
    ])
      expect(draft.text).toContain(line);
    const dayBefore = decide(
      alertmanager({ startsAt: "2026-03-31T07:50:00Z" }),
      [],
      { teams },
      NOW - 86_400_000,
    ) as Extract<AlertDecision, { do: "open" }>[];
    expect(dayBefore[0]!.draft.text).toContain("person: grace");
  });

  test("with others of its service opens one incident, of the highest severity among them", () => {
    const one = alertmanager({}, { severity: "SEV3" }).alerts[0]!;
    const other = alertmanager({ startsAt: "2026-04-01T07:45:00Z" }, { alertname: "SlowCheckout" })
      .alerts[0]!;
    const [decision, ...more] = decide({ alerts: [one, other] });
    expect(more).toEqual([]);
    expect(decision).toMatchObject({
      do: "open",
      signals: [{ name: "PoolSaturated" }, { name: "SlowCheckout" }],
    });
    const { draft } = decision as Extract<AlertDecision, { do: "open" }>;
    expect(draft.text).toContain("initial: SEV1");
    expect(draft.text).toContain("detected: 2026-04-01T07:45:00Z");
  });

  test("of two services opens two, each with an id of its own", () => {
    const search = buildEntry("service", "search", { title: "Search", owner: "payments" });
    const summary = { annotations: { summary: "Search in the checkout stands still" } };
    const alerts = [alertmanager(summary).alerts[0], alertmanager(summary, { service: "search" }).alerts[0]];
    const ids = decide({ alerts }, [search]).map((each) => each.do === "open" && each.draft.id);
    expect(new Set(ids).size).toBe(2);
  });

  test("is noted in the open incident of its service, in order", () => {
    const late = { at: "2026-04-01T07:55:00Z", text: "Somebody looks" };
    const known = incident({ timeline: [{ at: "2026-04-01T07:50:00Z", kind: "alert", text: FIRES }, late] });
    const [decision] = decide(alertmanager({ startsAt: "2026-04-01T07:52:00Z" }, { alertname: "Slow" }), [
      known,
    ]);
    expect(decision).toMatchObject({
      do: "note",
      resolves: false,
      edits: [
        {
          do: "extend",
          path: ["timeline"],
          values: [
            {
              at: "2026-04-01T07:55:00Z",
              kind: "alert",
              text: 'Alert Slow{service="checkout"} fires since 2026-04-01T07:52:00Z. Every connection is in use',
            },
          ],
        },
      ],
    });
  });

  test("that was sent again, or of another machine, changes nothing", () => {
    for (const payload of [
      alertmanager(),
      alertmanager({ startsAt: "2026-04-01T07:51:00Z" }, { instance: "10.0.0.2:9090" }),
    ])
      expect(decide(payload, [incident()])).toMatchObject([
        { do: "nothing", why: expect.stringContaining("2026-04-01-pool") },
      ]);
  });

  test("that was sent again after the incident was over opens nothing", () => {
    const over = incident({}, { started: "2026-04-01T07:50:00Z", resolved: "2026-04-01T07:56:00Z" });
    expect(decide(alertmanager(), [over])).toMatchObject([
      { do: "nothing", why: "2026-04-01-pool has it already" },
    ]);
    expect(decide(alertmanager({ startsAt: "2026-04-01T07:58:00Z" }), [over])).toMatchObject([
      { do: "open" },
    ]);
  });

  test("that began long ago opens nothing", () => {
    expect(decide(alertmanager({ startsAt: "2017-05-09T07:01:37.803Z" }))).toMatchObject([
      { do: "nothing", why: "it began at 2017-05-09T07:01:37.803Z, too long ago to begin an incident with" },
    ]);
  });

  test("of an unknown service is refused with what would help, unless a route or a service claims it", () => {
    const unknown = alertmanager({}, { service: "unheard-of" });
    expect(decide(unknown)).toEqual([
      expect.objectContaining({
        do: "refuse",
        problems: [
          expect.stringContaining("the unknown service `unheard-of`: give it a label `service`, a route"),
        ],
      }),
    ]);
    const routed = {
      site: { alerting: [{ labels: {}, response: "page", severity: "SEV3", service: "checkout" }] },
    };
    expect(decide(unknown, [], routed)).toMatchObject([{ do: "open" }]);
    const checkout = buildEntry("service", "checkout", { alerts: [{ name: "PoolSaturated" }] });
    expect(decide(unknown, [checkout])).toMatchObject([{ do: "open" }]);
  });

  test("is a ticket, or nothing, where a route or its service says so", () => {
    const route = (response: string) => ({ site: { alerting: [{ labels: { severity: "P1" }, response }] } });
    expect(decide(alertmanager(), [], route("ticket"))).toMatchObject([
      { do: "ticket", service: "checkout" },
    ]);
    expect(decide(alertmanager(), [], route("ignore"))).toMatchObject([{ do: "nothing" }]);
    const checkout = buildEntry("service", "checkout", {
      alerts: [{ name: "PoolSaturated", response: "ticket" }],
    });
    expect(decide(alertmanager(), [checkout])).toMatchObject([{ do: "ticket" }]);
  });
});
