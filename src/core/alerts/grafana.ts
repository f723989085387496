import { z } from "zod";
import { asSignal, webhookAlert } from "./alertmanager.ts";
import { type NormalisedAlerts, shapeProblems, sound } from "./normalised-alerts.ts";

type Payload = Readonly<Record<string, unknown>>;

const webhook = z.object({
  alerts: z
    .array(
      webhookAlert.extend({ dashboardURL: z.unknown().optional(), panelURL: z.unknown().optional() }),
      "is no list of alerts",
    )
    .min(1, "holds no alert"),
});

/** Whether a payload is a webhook of Grafana's alerting: like Alertmanager's, with an organisation. */
export function isGrafana(payload: Payload): boolean {
  return "alerts" in payload && "orgId" in payload;
}

/** A webhook of Grafana's alerting → signals; an alert about missing data counts as the rule that misses it. */
export function readGrafana(payload: Payload): NormalisedAlerts {
  const read = webhook.safeParse(payload);
  if (!read.success) return { signals: [], problems: shapeProblems(read.error), notes: [] };
  return sound(
    read.data.alerts.map((alert) => {
      const { alertname, rulename } = alert.labels;
      const stands = /^Datasource(?:NoData|Error)$/.test(String(alertname)) && rulename !== undefined;
      return asSignal(
        "grafana",
        alert,
        stands ? "rulename" : "alertname",
        alert.panelURL,
        alert.dashboardURL,
        alert.generatorURL,
      );
    }),
  );
}
