import { type Epoch, epochOf, instantOf } from "../time.ts";

/**
 * What the newest commit of a claim says. A claim is a git ref of its own, `refs/tidemark/KEY`: who creates it, or moves
 * it forward from the commit that was read, has it until an instant; GitHub lets only one do so.
 */
export interface Claim {
  /** Until when its holder alone may make the thing; in the past: it is free. */
  readonly until: Epoch;
  /** The number of what was made under it. */
  readonly made?: number;
}

/** How long a claim is held at most: whatever GitHub accepted within it is listed before it ends. */
export const CLAIM_LASTS = 15 * 60_000;

/** The ref of a key, without `refs/`. */
export function claimRef(key: string): string {
  if (!/^[a-z0-9]([a-z0-9/_-]|\.(?!\.|$|lock$))*$/.test(key) || /\/(\/|$)/.test(key))
    throw new Error(`Unexpected key ${key}, expected one that can be a git ref`);
  return `tidemark/${key}`;
}

/** A claim as the message of its commit. */
export function claimMessage({ until, made }: Claim, key: string): string {
  const lines = [`Tidemark holds ${key}`, "", `Until: ${instantOf(until)}`];
  return [...lines, ...(made === undefined ? [] : [`Made: ${made}`])].join("\n");
}

/** What a message says; words that are no claim hold nothing. */
export function readClaim(message: string): Claim {
  const until = /^Until: (\S+Z)$/m.exec(message)?.[1];
  const made = /^Made: (\d{1,12})$/m.exec(message)?.[1];
  const end = until === undefined ? Number.NaN : epochOf(until as Parameters<typeof epochOf>[0]);
  return { until: Number.isNaN(end) ? 0 : end, ...(made === undefined ? {} : { made: Number(made) }) };
}
