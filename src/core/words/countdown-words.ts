import type { Epoch } from "../time.ts";
import { durationWords } from "./duration-words.ts";

/** How long until a promised instant, in words, and whether it is past. */
export interface Countdown {
  readonly words: string;
  readonly late: boolean;
}

/** A promised instant → `in 58 min`, or `late by 5 min` from a minute after it. */
export function countdownWords(due: Epoch, now: Epoch): Countdown {
  const wait = due - now;
  if (wait > -60_000 && wait <= 0) return { words: "now", late: false };
  return wait > 0
    ? { words: `in ${durationWords(wait)}`, late: false }
    : { words: `late by ${durationWords(-wait)}`, late: true };
}
