/** A length of time as a text says it. */
export interface SaidDuration {
  readonly milliseconds: number;
  /** How far the true length may be from it: the text rounds. */
  readonly tolerance: number;
}

const MINUTE = 60_000;
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^s(?:ec(?:ond)?s?)?$/i, 1000],
  [/^m(?:in(?:ute)?s?)?$/i, MINUTE],
  [/^h(?:(?:ou)?rs?)?$/i, 60 * MINUTE],
  [/^d(?:ays?)?$/i, 1440 * MINUTE],
];

/** The length at the start of a text: `335 minutes`, `54 hours 10 minutes`, `1h 48m`; `undefined` for `N/A` or `?`. */
export function readDuration(text: string): SaidDuration | undefined {
  let rest = text.replace(/^[\s~≈*_]*(?:(?:about|around|approx(?:imately|\.)?|over|under|nearly)\s+)?/i, "");
  let milliseconds = 0;
  let finest = Number.POSITIVE_INFINITY;
  for (;;) {
    const part = /^(?:and\s+|,\s*)?(\d{1,6}(?:\.\d+)?)[\s-]*([a-z]+)\b\.?\s*/i.exec(rest);
    const unit = part && UNITS.find(([word]) => word.test(part[2]!))?.[1];
    if (!unit) break;
    milliseconds += Number(part[1]) * unit;
    finest = Math.min(finest, unit);
    rest = rest.slice(part[0].length);
  }
  if (finest === Number.POSITIVE_INFINITY) return undefined;
  return { milliseconds, tolerance: finest <= MINUTE ? 2 * MINUTE : 5 * MINUTE };
}
