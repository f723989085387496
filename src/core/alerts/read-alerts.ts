import { type Epoch, epochOf } from "../time.ts";
import { isAlertmanager, readAlertmanager } from "./alertmanager.ts";
import { isGeneric, readGeneric } from "./generic.ts";
import { isGrafana, readGrafana } from "./grafana.ts";
import type { NormalisedAlerts } from "./normalised-alerts.ts";
import { isPagerDuty, readPagerDuty } from "./pagerduty.ts";
import type { AlertSource, Signal } from "./signal.ts";

/** The signals of a notification, or every reason why it is none. */
export type AlertReading =
  | {
      readonly ok: true;
      readonly source: AlertSource;
      readonly signals: readonly Signal[];
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly string[] };

/** A notification is small; one of this size is something else. */
export const MOST_BYTES = 1_000_000;
/** More alerts than this at once are not read one by one. */
const MOST_ALERTS = 500;
/** Clocks differ by this much. */
const SKEW = 5 * 60_000;

/** A notification as text → its signals; whose it is, is seen from its shape where nobody says so. */
export function readAlerts(text: string, source: AlertSource | undefined, now: Epoch): AlertReading {
  if (text.length > MOST_BYTES)
    return refused(`Unexpected payload of ${text.length} characters, expected at most ${MOST_BYTES}`);
  if (text.trim() === "") return refused("Unexpected empty payload, expected an object");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused("Unexpected text, expected JSON");
  }
  return readAlertValue(value, source, now);
}

/** The same for a payload that was parsed already. */
export function readAlertValue(value: unknown, source: AlertSource | undefined, now: Epoch): AlertReading {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return refused(
      `Unexpected ${Array.isArray(value) ? "list" : value === null ? "null" : typeof value}, expected an object`,
    );
  const payload = value as Readonly<Record<string, unknown>>;
  if (Object.keys(payload).length === 0) return refused("Unexpected empty object, expected an alert");
  const from = source ?? sourceOf(payload);
  if (from === undefined)
    return refused(
      "Unexpected keys, expected those of Alertmanager (`alerts`), PagerDuty (`event`), Grafana (`alerts` and `orgId`) or `name` and `status`",
    );
  const { signals, problems, notes } = READERS[from](payload);
  const late = signals.filter(({ startsAt }) => epochOf(startsAt) > now + SKEW);
  const all = [
    ...problems,
    ...(signals.length > MOST_ALERTS
      ? [`Unexpected ${signals.length} alerts at once, expected at most ${MOST_ALERTS}`]
      : []),
    ...late.map(
      ({ name, startsAt }) =>
        `Unexpected begin of \`${name}\` at ${startsAt}, expected one that is not in the future`,
    ),
  ];
  return all.length > 0 ? { ok: false, problems: all } : { ok: true, source: from, signals, notes };
}

const READERS: Readonly<
  Record<AlertSource, (payload: Readonly<Record<string, unknown>>) => NormalisedAlerts>
> = {
  alertmanager: readAlertmanager,
  pagerduty: readPagerDuty,
  grafana: readGrafana,
  generic: readGeneric,
};

function sourceOf(payload: Readonly<Record<string, unknown>>): AlertSource | undefined {
  if (isPagerDuty(payload)) return "pagerduty";
  if (isGrafana(payload)) return "grafana";
  if (isAlertmanager(payload)) return "alertmanager";
  return isGeneric(payload) ? "generic" : undefined;
}

function refused(problem: string): AlertReading {
  return { ok: false, problems: [problem] };
}
