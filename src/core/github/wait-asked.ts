import type { Epoch } from "../time.ts";

/** What of an answer says whether and how long GitHub wants us to wait. */
export interface LimitAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  readonly message: string;
}

const MINUTE = 60_000;

/**
 * How long GitHub wants us to wait before we ask again, in milliseconds; `undefined` when the answer is no limit.
 * `retry-after` comes first (seconds or an HTTP date), then the reset of a used-up limit, then a minute that doubles.
 */
export function waitAsked(answer: LimitAnswer, attempt: number, now: Epoch): number | undefined {
  const { status, headers } = answer;
  const after = text(headers["retry-after"]);
  const usedUp = text(headers["x-ratelimit-remaining"]) === "0";
  const limited =
    status === 429 ||
    (status === 403 && (after !== undefined || usedUp || /rate limit|abuse detection/i.test(answer.message)));
  if (!limited) return status === 503 && after !== undefined ? stated(after, headers, now) : undefined;
  const wait = after === undefined ? undefined : stated(after, headers, now);
  if (wait !== undefined) return wait;
  const reset = Number(text(headers["x-ratelimit-reset"]));
  if (usedUp && Number.isFinite(reset) && reset > 0)
    return Math.max(1_000, reset * 1_000 - present(headers, now) + 1_000);
  return MINUTE * 2 ** Math.min(attempt, 6);
}

/** What `retry-after` states; `undefined` when it is neither seconds nor a date. */
function stated(after: string, headers: LimitAnswer["headers"], now: Epoch): number | undefined {
  if (/^\d{1,9}$/.test(after)) return Math.max(1_000, Number(after) * 1_000);
  if (!/^[A-Za-z]{3}, /.test(after)) return undefined;
  const until = Date.parse(after);
  return Number.isNaN(until) ? undefined : Math.max(1_000, until - present(headers, now));
}

/** GitHub's own clock where the answer tells it. */
function present(headers: LimitAnswer["headers"], now: Epoch): Epoch {
  const told = Date.parse(text(headers.date) ?? "");
  return Number.isNaN(told) ? now : told;
}

function text(value: string | number | undefined): string | undefined {
  const words = value === undefined ? "" : String(value).trim();
  return words === "" ? undefined : words;
}
