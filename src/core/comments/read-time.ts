import { type Epoch, epochOf, type Instant, instantOf, instantProblem } from "../time.ts";

const DAY = 86_400_000;
/** Clocks differ by this much. */
const SKEW = 2 * 60_000;

/** A time in a comment → the instant: `now`, a whole instant, or a time of day with its offset, the last one that was. */
export function readTime(
  text: string,
  now: Epoch,
): { readonly at: Instant } | { readonly problem: string; readonly help?: string } {
  if (text === "now") return { at: instantOf(Math.floor(now / 1000) * 1000) };
  const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}:?\d{2})?$/i.exec(text);
  const whole = clock ? instantOfClock(clock, now) : text;
  if (whole === undefined)
    return {
      problem: `Unexpected time \`${text}\`: it has no UTC offset`,
      help: `Write \`${text}Z\` for UTC, or \`${text}+02:00\`.`,
    };
  const wrong = instantProblem(whole);
  if (wrong !== undefined)
    return {
      problem: `Unexpected time \`${text}\`: it ${wrong}`,
      help: "Write `14:05Z` or `2026-03-14T14:05:00Z`.",
    };
  return epochOf(whole) > now + SKEW
    ? { problem: `Unexpected time \`${text}\`, expected one that is not in the future` }
    : { at: whole };
}

function instantOfClock(
  [, hour = "", minute = "", second = "00", zone]: RegExpExecArray,
  now: Epoch,
): Instant | undefined {
  if (zone === undefined) return undefined;
  const offset = zone.toUpperCase() === "Z" ? "Z" : zone.replace(/^([+-]\d{2}):?(\d{2})$/, "$1:$2");
  const on = (day: Epoch) =>
    `${instantOf(day).slice(0, 10)}T${hour.padStart(2, "0")}:${minute}:${second}${offset}`;
  const days = [now + DAY, now, now - DAY].map(on);
  if (instantProblem(days[0]!) !== undefined) return days[0];
  return days.find((instant) => epochOf(instant) <= now + SKEW) ?? days[2];
}
