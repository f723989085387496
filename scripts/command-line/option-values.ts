import { InvalidArgumentError } from "commander";
import { type Instant, instantProblem, isCalendarDate } from "../../src/core/time.ts";

/** A whole number. */
export function asCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("Expected a whole number.");
  return Number(text);
}

/** An instant with its offset from UTC. */
export function asInstant(text: string): Instant {
  const problem = instantProblem(text);
  if (problem) throw new InvalidArgumentError(`It ${problem}.`);
  return text;
}

/** A day of the calendar. */
export function asDate(text: string): string {
  if (!isCalendarDate(text)) throw new InvalidArgumentError("Expected a day such as 2026-03-14.");
  return text;
}

/** A duration as site.yaml writes it. */
export function asDuration(text: string): string {
  if (!/^\d+(s|min|h|d|bd)$/.test(text))
    throw new InvalidArgumentError("Expected a duration such as 48h or 3d.");
  return text;
}

/** A time zone, in the spelling of the tz database. */
export function asZone(text: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    throw new InvalidArgumentError("Expected a zone of the tz database such as Europe/Berlin.");
  }
}
