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
const problemsOf = (text: string) => {
  const reading = readAlerts(text, undefined, NOW);
  return reading.ok ? [] : reading.problems;
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

describe("what is no notification is told in a sentence", () => {
  test.each([
    ["[]", "Unexpected list, expected an object"],
    ["", "Unexpected empty payload, expected an object"],
    ["{}", "Unexpected empty object, expected an alert"],
    ["null", "Unexpected null, expected an object"],
    ["no JSON", "Unexpected text, expected JSON"],
    ['{"alerts":[]}', "`alerts`: holds no alert"],
    ['{"alerts":{}}', "`alerts`: is no list of alerts"],
    ['{"groupKey":"{}"}', "`alerts`: is no list of alerts"],
    ['{"alerts":[{"labels":{},"startsAt":"x"}]}', "`alerts.0.status`: is not `firing` or `resolved`"],
    ['{"event":{}}', "`event.event_type`: is missing, expected for example `incident.triggered`"],
    ['{"name":"A","status":"firing"}', "`startsAt`: is missing, expected when it began"],
    [
      '{"name":"A","status":"firing","startsAt":"2026-04-01T07:50:00Z","sevrity":"P1"}',
      '`payload`: Unrecognized key: "sevrity"',
    ],
    [
      '{"hello":1}',
      "Unexpected keys, expected those of Alertmanager (`alerts`), PagerDuty (`event`), Grafana (`alerts` and `orgId`) or `name` and `status`",
    ],
  ])("%s", (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  test("five megabytes", () => {
    expect(problemsOf(JSON.stringify(generic({ summary: "x".repeat(5_000_000) })))[0]).toMatch(
      /^Unexpected payload of 5000\d+ characters, expected at most 1000000$/,
    );
  });

  test("an alert without a name, or that begins in the future, on no day or without an offset", () => {
    const unnamed = {
      ...alertmanager(),
      alerts: [{ status: "firing", labels: {}, startsAt: "2026-04-01T07:50:00Z" }],
    };
    expect(problemsOf(JSON.stringify(unnamed)).join()).toMatch(/^Alert `without a name`: `signature`/);
    expect(problemsOf(JSON.stringify(generic({ startsAt: "2026-04-02T07:50:00Z" })))).toEqual([
      "Unexpected begin of `PoolSaturated` at 2026-04-02T07:50:00Z, expected one that is not in the future",
    ]);
    for (const startsAt of ["2026-02-30T07:50:00Z", "2026-04-01T07:50:00", "yesterday"])
      expect(problemsOf(JSON.stringify(generic({ startsAt })))[0]).toMatch(
        /^Alert `PoolSaturated`: `startsAt`/,
      );
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

test("no JSON at all makes a reader throw", () => {
  fc.assert(
    fc.property(
      fc.json(),
      fc.constantFrom(undefined, "alertmanager", "grafana", "pagerduty", "generic"),
      (text, source) => {
        const reading = readAlerts(text, source as AlertSource | undefined, NOW);
        expect(reading.ok || reading.problems.length > 0).toBe(true);
      },
    ),
    { numRuns: 300 },
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
