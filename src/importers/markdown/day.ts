import { type CalendarDate, isCalendarDate } from "../../core/time.ts";

/** A day that a text names: whole, or without its year, or one that cannot be. */
export type Day =
  | { readonly date: CalendarDate }
  | { readonly month: number; readonly day: number }
  | { readonly problem: string };

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const WEEKDAY = "(?:(sun|mon|tue|wed|thu|fri|sat)[a-z]*\\.?,?\\s+)?(?:the\\s+)?";
const END = "(?![\\p{L}\\p{N}])";

const NUMERIC =
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\p{L}\p{N}]|-\d)|^(\d{4})([-/.])(\d{1,2})\6(\d{1,2})(?=T\d{2}:)/u;
const DAY_FIRST = new RegExp(
  `^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+)?${MONTH}(?:,?\\s+(\\d{4}))?${END}`,
  "iu",
);
const MONTH_FIRST = new RegExp(
  `^${WEEKDAY}${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!:|\\d|\\s?[-–]\\s?\\d)(?:,?\\s+(\\d{4})(?!:))?${END}`,
  "iu",
);
const SLASHED = /^(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?![\p{L}\p{N}])/u;

/** The day at the start of a text and what follows it. */
export function takeDay(
  text: string,
): { readonly day: Day; readonly rest: string; readonly words: string } | undefined {
  const numeric = NUMERIC.exec(text);
  if (numeric) {
    const [year, month, day] = numeric[1]
      ? [numeric[1], numeric[3]!, numeric[4]!]
      : [numeric[5]!, numeric[7]!, numeric[8]!];
    return found(text, numeric[0], whole(numeric[0], year, Number(month), Number(day)));
  }
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst)
    return found(text, dayFirst[0], named(dayFirst[0], dayFirst[1], dayFirst[3]!, dayFirst[2]!, dayFirst[4]));
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst)
    return found(
      text,
      monthFirst[0],
      named(monthFirst[0], monthFirst[1], monthFirst[2]!, monthFirst[3]!, monthFirst[4]),
    );
  const slashed = SLASHED.exec(text);
  return slashed ? takeSlashed(text, slashed) : undefined;
}

/** A day without its year → a whole one, by a year that is known otherwise. */
export function withYear(day: { readonly month: number; readonly day: number }, year: string): Day {
  const words = `${year}-${pad(day.month)}-${pad(day.day)}`;
  return whole(words, year, day.month, day.day);
}

function found(text: string, words: string, day: Day) {
  return { day, words, rest: text.slice(words.length) };
}

/** `31.12.2020` begins with its day; `03/04/2020` means two days, so it means none. */
function takeSlashed(text: string, [words, first, separator, second, year]: RegExpExecArray) {
  const [a, b] = [Number(first), Number(second)];
  if (separator === "." || a > 12) return found(text, words, whole(words, year!, b, a));
  if (b > 12) return found(text, words, whole(words, year!, a, b));
  return a === b ? found(text, words, whole(words, year!, a, b)) : undefined;
}

function named(
  words: string,
  weekday: string | undefined,
  month: string,
  day: string,
  year: string | undefined,
): Day {
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  if (year === undefined) {
    const exists = "date" in whole(words, "2024", number, Number(day));
    return exists ? { month: number, day: Number(day) } : { problem: `${words} is on no calendar` };
  }
  const result = whole(words, year, number, Number(day));
  if (weekday === undefined || !("date" in result)) return result;
  const actual = WEEKDAYS[new Date(`${result.date}T00:00:00Z`).getUTCDay()];
  return actual === weekday.toLowerCase() ? result : { problem: `${words} was another day of the week` };
}

function whole(words: string, year: string, month: number, day: number): Day {
  const date = `${year}-${pad(month)}-${pad(day)}`;
  return isCalendarDate(date) ? { date } : { problem: `${words} is on no calendar` };
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
