/** Payloads as monitoring systems send them, for tests: one alert each, about the checkout. */
export const NOW = Date.parse("2026-04-01T08:00:00Z");

export function alertmanager(fields: object = {}, labels: object = {}) {
  return {
    version: "4",
    groupKey: "{}",
    status: "firing",
    receiver: "tidemark",
    externalURL: "https://alerts.example.org",
    alerts: [
      {
        status: "firing",
        labels: {
          alertname: "PoolSaturated",
          service: "checkout",
          severity: "P1",
          instance: "10.0.0.1:9090",
          ...labels,
        },
        annotations: { summary: "Every connection is in use" },
        startsAt: "2026-04-01T07:50:00Z",
        endsAt: "0001-01-01T00:00:00Z",
        generatorURL: "https://prometheus.example.org/graph",
        fingerprint: "dd19ae3d4e06ac55",
        ...fields,
      },
    ],
  };
}

export function pagerduty(data: object = {}, event: object = {}) {
  return {
    event: {
      id: "5ac64822-4adc-4fda-ade0-410becf0de4f",
      event_type: "incident.triggered",
      resource_type: "incident",
      occurred_at: "2026-04-01T07:50:01.000Z",
      data: {
        id: "PGR0VU2",
        type: "incident",
        html_url: "https://shop.pagerduty.com/incidents/PGR0VU2",
        number: 2,
        status: "triggered",
        created_at: "2026-04-01T07:50:00Z",
        title: "[#2] Pool at 98 percent",
        service: { id: "PF9KMXH", summary: "Checkout" },
        priority: { id: "PSO75BM", summary: "P1" },
        urgency: "high",
        ...data,
      },
      ...event,
    },
  };
}

export function grafana(alert: object = {}, labels: object = {}) {
  return {
    receiver: "tidemark",
    status: "firing",
    orgId: 1,
    version: "1",
    state: "alerting",
    title: "[FIRING:1] PoolSaturated",
    alerts: [
      {
        status: "firing",
        labels: { alertname: "PoolSaturated", service: "checkout", ...labels },
        annotations: { summary: "Every connection is in use" },
        startsAt: "2026-04-01T09:50:00+02:00",
        endsAt: "0001-01-01T00:00:00Z",
        dashboardURL: "https://grafana.example.org/d/pool",
        panelURL: "https://grafana.example.org/d/pool?viewPanel=1",
        values: { A: 98 },
        ...alert,
      },
    ],
  };
}

export function generic(fields: object = {}) {
  return {
    name: "PoolSaturated",
    status: "firing",
    startsAt: "2026-04-01T07:50:00Z",
    service: "checkout",
    severity: "P1",
    summary: "Every connection is in use",
    link: "https://example.org/pool",
    ...fields,
  };
}
