import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { StatusFacts } from "../../core/views/status/status-facts.ts";
import { statusWords } from "../locales/status-words.ts";

/** Planned work as a calendar to subscribe to; what was called off says so to those who had it. */
export function statusCalendar(facts: StatusFacts): string {
  const words = statusWords(facts.locales[0] ?? "en");
  const calendar = ical({
    name: `${facts.name}: ${words.planned}`,
    prodId: { company: "Tidemark", product: "Status", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  });
  for (const window of [...facts.planned, ...facts.done]) {
    const expected = window.affected.map(({ name, level }) => `${name}: ${words.level[level]}`);
    calendar.createEvent({
      id: `${window.code}@${new URL(facts.url).hostname}`,
      start: new Date(window.scheduledFrom),
      end: new Date(window.state === "completed" ? later(window.from, window.to) : window.scheduledTo),
      stamp: new Date(window.updates[0]!.at),
      summary: window.title,
      description: [...expected, window.updates[0]!.text].join("\n"),
      url: window.url,
      status: window.state === "cancelled" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}

/** An event ends after it begins, whatever was recorded. */
function later(from: string, to: string): number {
  return Math.max(Date.parse(to), Date.parse(from) + 60_000);
}
