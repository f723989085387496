import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAlerts, readAlertValue } from "../../../src/core/alerts/read-alerts.ts";
import { type AlertSource, signal } from "../../../src/core/alerts/signal.ts";
import { corpusFolder, textsIn } from "../../support/corpora.ts";
import { alertmanager, generic, grafana, NOW, pagerduty } from "./alert-examples.ts";

const signalsOf = (payload: unknown, source?: AlertSource) => {
  const reading = readAlertValue(payload, source, NOW);
  if (!reading.ok) throw new Error(reading.problems.join("; "));
  return reading.signals;
};

describe("a notification becomes signals", () => {
  test("of Alertmanager, with its signature from stable labels alone", () => {
    expect(signalsOf(alertmanager())).toEqual([
      {
        source: "alertmanager",
        signature: 'PoolSaturated{service="checkout"}',
        name: "PoolSaturated",
        service: "checkout",
        severity: "P1",
        state: "firing",
        startsAt: "2026-04-01T07:50:00Z",
        labels: {
          alertname: "PoolSaturated",
          service: "checkout",
          severity: "P1",
          instance: "10.0.0.1:9090",
        },
        link: "https://prometheus.example.org/graph",
        summary: "Every connection is in use",
      },
    ]);
  });

  test("of PagerDuty, where numbers in a title do not make another signature", () => {
    const [one] = signalsOf(pagerduty());
    const [other] = signalsOf(pagerduty({ id: "PGR0VU3", title: "[#3] Pool at 71 percent" }));
    expect(one).toMatchObject({
      source: "pagerduty",
      name: "[#2] Pool at 98 percent",
      service: "Checkout",
      severity: "P1",
    });
    expect(one!.signature).toBe('Pool at N percent{service="Checkout"}');
    expect(other!.signature).toBe(one!.signature);
  });

  test("of Grafana, where missing data counts as the rule that misses it", () => {
    expect(signalsOf(grafana())[0]).toMatchObject({
      source: "grafana",
      name: "PoolSaturated",
      link: "https://grafana.example.org/d/pool?viewPanel=1",
      startsAt: "2026-04-01T09:50:00+02:00",
    });
    const missing = signalsOf(grafana({}, { alertname: "DatasourceNoData", rulename: "PoolSaturated" }));
    expect(missing[0]!.name).toBe("PoolSaturated");
  });

  test("of a program of one's own", () => {
    expect(signalsOf(generic())[0]).toMatchObject({
      source: "generic",
      signature: 'PoolSaturated{service="checkout"}',
    });
  });

  test("that is over, with its end", () => {
    const ended = { status: "resolved", endsAt: "2026-04-01T07:58:00Z" };
    expect(signalsOf(alertmanager(ended))[0]).toMatchObject({
      state: "resolved",
      endsAt: "2026-04-01T07:58:00Z",
    });
    const over = signalsOf(
      pagerduty({}, { event_type: "incident.resolved", occurred_at: "2026-04-01T07:58:00Z" }),
    );
    expect(over[0]).toMatchObject({ state: "resolved", endsAt: "2026-04-01T07:58:00Z" });
  });

  test("whose events of PagerDuty that begin and end nothing are noted", () => {
    const reading = readAlertValue(pagerduty({}, { event_type: "incident.annotated" }), undefined, NOW);
    expect(reading).toMatchObject({ ok: true, signals: [] });
    expect(reading.ok && reading.notes).toEqual([
      "The event `incident.annotated` neither begins nor ends anything.",
    ]);
  });
});

test("hostile words come out plain, and whatever is accepted holds to the schema of a signal", () => {
  const hostile = "a\u202eb\u0000 @everyone\r\n<!-- Fixes #1 `$(id)`";
  const [read] = signalsOf(generic({ name: hostile, labels: { ["__proto__"]: "x", [hostile]: hostile } }));
  expect(read!.name).toBe("ab @everyone <!-- Fixes #1 `$(id)`");
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.dictionary(fc.string({ unit: "binary" }), fc.anything()),
      fc.constantFrom(alertmanager, grafana),
      (words, labels, make) => {
        const reading = readAlertValue(
          make({ annotations: { summary: words } }, { ...labels, service: words }),
          undefined,
          NOW,
        );
        for (const each of reading.ok ? reading.signals : [])
          expect(signal.safeParse(each).success).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});

test("a signature forgets machines, moments and severities and keeps what tells troubles apart", () => {
  const of = (labels: object) => signalsOf(alertmanager({}, labels))[0]!.signature;
  expect(of({ instance: "10.9.9.9:1", pod: "checkout-7d9f", severity: "P4", node: "n7" })).toBe(of({}));
  expect(of({ shard_id: "17", trace: "4bf92f3577b34da6a3ce929d0e0e4736" })).toBe(of({}));
  expect(of({ region: "eu-west" })).not.toBe(of({}));
  expect(of({ note: "x".repeat(290) }).length).toBeLessThanOrEqual(280);
});

const prom2teams = corpusFolder("prom2teams-alerts");

test.skipIf(!prom2teams)(
  "real payloads of Alertmanager are read, or say what they lack (corpus prom2teams-alerts)",
  () => {
    const files = textsIn(prom2teams!, (path) => /\/(?!teams_)[a-z_]+\.json$/.test(path));
    const readings = files.map(
      ({ path, text }) => [path.split("/").at(-1)!, readAlerts(text, undefined, NOW)] as const,
    );
    expect(
      Object.fromEntries(
        readings.map(([path, reading]) => [path, reading.ok ? reading.signals.length : reading.problems]),
      ),
    ).toMatchInlineSnapshot(`
      {
        "all_ok.json": 1,
        "all_ok_extra_annotations.json": 1,
        "all_ok_extra_labels.json": 1,
        "all_ok_multiple.json": 2,
        "with_common_items.json": 1,
        "without_fingerprint.json": 1,
        "without_instance_field.json": 1,
        "without_mandatory_field.json": [
          "\`alerts.0.status\`: is not \`firing\` or \`resolved\`",
        ],
        "without_optional_field.json": 1,
      }
    `);
  },
);
