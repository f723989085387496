import { grouped } from "../../grouped.ts";
import { dateIn, epochOf } from "../../time.ts";
import type { StatusFacts, StatusIncident, StatusWindow } from "./status-facts.ts";

/** What happened in one month of the page's zone, newest first. */
export interface HistoryMonth {
  /** `2026-09`. */
  readonly month: string;
  readonly incidents: readonly StatusIncident[];
  readonly windows: readonly StatusWindow[];
}

/** Every month from the present one back to the first in which anything began; quiet ones between them too. */
export function historyMonths(facts: StatusFacts): HistoryMonth[] {
  const { zone, open, past, done } = facts;
  const monthOf = (instant: string) => dateIn(epochOf(instant), zone).slice(0, 7);
  const incidents = grouped([...open, ...past], ({ started }) => [monthOf(started)]);
  const windows = grouped(done, ({ from }) => [monthOf(from)]);
  const present = monthOf(facts.asOf);
  const first = [present, ...incidents.keys(), ...windows.keys()].sort()[0]!;
  const months: HistoryMonth[] = [];
  for (let month = present; month >= first; month = monthBefore(month))
    months.push({
      month,
      incidents: (incidents.get(month) ?? []).map(brief),
      windows: windows.get(month) ?? [],
    });
  return months;
}

/** The history lists what happened; its words stand on the page of the incident. */
function brief(incident: StatusIncident): StatusIncident {
  return { ...incident, updates: incident.updates.slice(0, 1) };
}

function monthBefore(month: string): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, "0")}`;
}
