import { epochOf } from "../../core/time.ts";
import { lineAt, type Row, rowsAt, textAt, valueAt } from "../logs/place.ts";
import { momentAt, personAt, serviceAt, teamAt } from "./names.ts";
import type { PageReading, ReadRecord } from "./page-reading.ts";
import { settlePage } from "./settle-page.ts";

/** Whether a record is a log entry of PagerDuty. */
export function isLogEntry(row: Row): boolean {
  return /_log_entry(?:_reference)?$/.test(textAt(row, "type") ?? "");
}

interface Notified {
  readonly row: Row;
  readonly at: string;
  readonly person: string | undefined;
}

/**
 * Log entries → pages. A page is the first notification of a person about an incident, on whatever channel; the next one
 * after it was acknowledged is another. Where nobody's notification is in the file, the assignment stands for it.
 */
export function readLogEntries(rows: readonly Row[], reading: PageReading): ReadRecord[] {
  const incidents = new Map<string, Row[]>();
  for (const row of rows) {
    const incident = textAt(row, "incident", "id");
    if (incident !== undefined) incidents.set(incident, [...(incidents.get(incident) ?? []), row]);
    else reading.take("problem", "no-incident", lineAt(row), "Left out: it names no incident");
  }
  return [...incidents.values()].flatMap((entries) => pagesOf(entries, reading));
}

function pagesOf(entries: readonly Row[], reading: PageReading): ReadRecord[] {
  const of = (type: string) => entries.filter((row) => typeOf(row) === type);
  const told = of("notify").flatMap((row) =>
    notified(row, reading, personAt(row, reading, "user", "summary")),
  );
  const assigned = told.length > 0 ? [] : of("assign").flatMap((row) => assignedIn(row, reading));
  const taken = of("acknowledge").flatMap((row) => {
    const at = momentAt(row, reading, ["created_at"], true);
    return at === undefined ? [] : [{ at, person: personAt(row, reading, "agent", "summary") }];
  });
  taken.sort((a, b) => epochOf(a.at) - epochOf(b.at));
  const trigger = of("trigger")[0];
  const sent = [...told, ...assigned].sort((a, b) => epochOf(a.at) - epochOf(b.at));
  const open = new Map<string, number>();
  return sent.flatMap(({ row, at, person }) => {
    const key = person ?? "";
    if ((open.get(key) ?? Number.NEGATIVE_INFINITY) > epochOf(at)) return [];
    const acknowledged = taken.find((each) => each.person === person && epochOf(each.at) >= epochOf(at))?.at;
    open.set(key, acknowledged === undefined ? Number.POSITIVE_INFINITY : epochOf(acknowledged));
    const service = serviceAt(row, reading, "service", "summary");
    const [first] = rowsAt(row, "teams");
    const team = first === undefined ? undefined : teamAt(first, reading, "summary");
    const alert = alertOf(trigger ?? row, reading);
    return settlePage({ at, alert, person, service, team, acknowledged }, lineAt(row), reading) ?? [];
  });
}

function notified(row: Row, reading: PageReading, person: string | undefined): Notified[] {
  const at = momentAt(row, reading, ["created_at"], true);
  return at === undefined ? [] : [{ row, at, person }];
}

function assignedIn(row: Row, reading: PageReading): Notified[] {
  return rowsAt(row, "assignees").flatMap((assignee) =>
    notified(row, reading, personAt(assignee, reading, "summary")),
  );
}

/** `notify_log_entry` → `notify`. */
function typeOf(row: Row): string {
  return (textAt(row, "type") ?? "").replace(/_log_entry.*$/, "").replace("acknowledgement", "acknowledge");
}

/** The alert that an incident is about: one that a service declares, where its words name one, else the words. */
function alertOf(row: Row, { alerts }: PageReading): string {
  const words =
    textAt(row, "event_details", "description") ??
    textAt(row, "incident", "summary")?.replace(/^\[#\d+\]\s*/, "") ??
    textAt(row, "incident", "id")!;
  const named = words
    .split(/[^A-Za-z0-9_.-]+/)
    .flatMap((word) => alerts.get(word.toLowerCase())?.[0]?.name ?? []);
  return valueAt(row, "incident") !== undefined && named.length === 1 ? named[0]! : words;
}
