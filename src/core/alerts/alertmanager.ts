import { z } from "zod";
import { moment, type NormalisedAlerts, shapeProblems, sound } from "./normalised-alerts.ts";
import { plainAddress, plainLabels, plainLine } from "./plain-words.ts";
import { signatureOf } from "./signature-of.ts";

type Payload = Readonly<Record<string, unknown>>;

const words = z.record(z.string(), z.unknown()).default({});

/** One alert of a webhook of Alertmanager, version 4; what else it says is not needed. */
export const webhookAlert = z.object({
  status: z.enum(["firing", "resolved"], "is not `firing` or `resolved`"),
  labels: z.record(z.string(), z.unknown(), "is no mapping of labels"),
  annotations: words,
  startsAt: z.string("is missing, expected when it began"),
  endsAt: z.string().optional(),
  generatorURL: z.unknown().optional(),
});

const webhook = z.object({
  alerts: z.array(webhookAlert, "is no list of alerts").min(1, "holds no alert"),
});

/** Whether a payload is a webhook of Alertmanager, or one alert of it. */
export function isAlertmanager(payload: Payload): boolean {
  return "alerts" in payload || "groupKey" in payload;
}

/** A webhook of Alertmanager, version 4 → signals. */
export function readAlertmanager(payload: Payload): NormalisedAlerts {
  const read = webhook.safeParse(payload);
  if (!read.success) return { signals: [], problems: shapeProblems(read.error), notes: [] };
  return sound(
    read.data.alerts.map((alert) => asSignal("alertmanager", alert, "alertname", alert.generatorURL)),
  );
}

/** One alert of a webhook as a signal, not yet checked: the name stands in a label. */
export function asSignal(
  source: "alertmanager" | "grafana",
  { status, labels: given, annotations, startsAt, endsAt }: z.output<typeof webhookAlert>,
  nameLabel: string,
  ...links: unknown[]
): Record<string, unknown> {
  const labels = plainLabels(given);
  const name = labels[nameLabel];
  return {
    source,
    signature: name === undefined ? undefined : signatureOf(name, labels),
    name,
    service: labels.service ?? labels.app ?? labels.component,
    severity: labels.severity ?? labels.priority,
    state: status,
    startsAt: moment(startsAt) ?? plainLine(startsAt),
    endsAt: status === "resolved" ? moment(endsAt) : undefined,
    labels,
    link: plainAddress(annotations.runbook_url, ...links),
    summary: plainLine(annotations.summary ?? annotations.message ?? annotations.description),
  };
}
