import { lineAt, type Row, rowsAt, textAt, valueAt } from "../logs/place.ts";
import { momentAt, serviceAt, teamAt } from "./names.ts";
import type { PageReading, ReadRecord } from "./page-reading.ts";
import { settlePage } from "./settle-page.ts";

/** Whether a record is an Alertmanager notification (`alerts`), or an alert as its programming interface lists them. */
export function isAlertmanager(row: Row): boolean {
  return (
    Array.isArray(valueAt(row, "alerts")) ||
    (typeof valueAt(row, "labels") === "object" && valueAt(row, "startsAt") !== undefined)
  );
}

/** The alerts of a notification. */
export function alertsOf(row: Row): Row[] {
  return Array.isArray(valueAt(row, "alerts")) ? rowsAt(row, "alerts") : [row];
}

/** An alert → a page, sent when it began; whether it is resolved by now changes nothing. It does not say who was paged. */
export function readAlert(row: Row, reading: PageReading): ReadRecord | undefined {
  const alert = textAt(row, "labels", "alertname");
  if (alert === undefined) {
    reading.take("problem", "no-alert", lineAt(row), "Left out: it has no label `alertname`");
    return undefined;
  }
  const at = momentAt(row, reading, ["startsAt"], true);
  if (at === undefined) return undefined;
  const service =
    textAt(row, "labels", "service") === undefined ? undefined : serviceAt(row, reading, "labels", "service");
  const team =
    textAt(row, "labels", "team") === undefined ? undefined : teamAt(row, reading, "labels", "team");
  return settlePage({ at, alert, service, team, labels: labelsOf(row) }, lineAt(row), reading);
}

function labelsOf(row: Row): Record<string, string> {
  const labels = valueAt(row, "labels");
  if (typeof labels !== "object" || labels === null) return {};
  return Object.fromEntries(
    Object.entries(labels).filter((label): label is [string, string] => typeof label[1] === "string"),
  );
}
