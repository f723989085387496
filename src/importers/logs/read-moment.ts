import { instantOfLocal } from "../../core/local-time.ts";
import { type Epoch, epochOf, instantOf, instantProblem, isCalendarDate } from "../../core/time.ts";

/** An instant in UTC, or why a text is none. */
export type Moment =
  | { readonly ok: true; readonly instant: string }
  | {
      readonly ok: false;
      readonly what: "impossible-date" | "no-offset" | "no-instant";
      readonly problem: string;
    };

/** Reads a time as programs write it; one without an offset is read in a zone, where one is named, and else refused. */
export function readMoment(text: string, zone: string | undefined, now: Epoch): Moment {
  const spaced = text.replace(/^(\d{4}-\d{2}-\d{2}) (?=\d{2}:)/, "$1T").replace(/ ?UTC$/, "Z");
  const local = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)$/.exec(spaced);
  if (local && !isCalendarDate(local[1]!)) return impossible(text, "names a day that is on no calendar");
  if (local && zone === undefined)
    return {
      ok: false,
      what: "no-offset",
      problem: `\`${text}\` has no UTC offset; --zone says in which zone it was written`,
    };
  const written = local ? `${spaced}Z` : spaced;
  const problem = instantProblem(written);
  if (problem !== undefined)
    return /calendar|clock|offset that/.test(problem)
      ? impossible(text, problem)
      : { ok: false, what: "no-instant", problem: `\`${text}\` ${problem}` };
  const epoch = local ? instantOfLocal(epochOf(written), zone!) : epochOf(written);
  if (epoch > now) return impossible(text, `lies after ${instantOf(now)}, when it was imported`);
  return { ok: true, instant: instantOf(epoch) };
}

function impossible(text: string, problem: string): Moment {
  return { ok: false, what: "impossible-date", problem: `\`${text}\` ${problem}` };
}
