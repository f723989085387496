import type { WishReader } from "../drafts/known-words.ts";
import { durationOf, type Epoch, epochOf, type Instant, instantOf } from "../time.ts";
import type { ComponentWish } from "./component-impact.ts";

/** What customers are told, as it was asked for. */
export interface TellingWishes {
  /** The words, plain text. */
  readonly update?: string;
  readonly components?: readonly ComponentWish[];
  /** When the next update is promised: an instant, or a length of time from now. */
  readonly nextUpdate?: string;
  readonly by?: string;
}

/** An update as it is written into a file. */
export interface ToldUpdate<Status extends string> {
  readonly at: Instant;
  readonly status: Status;
  readonly text: string;
  readonly components?: readonly { readonly service: string; readonly level: ComponentWish["level"] }[];
  readonly nextUpdate?: Instant;
  readonly by?: string;
}

/** The update that wishes stand for; what is wrong with them is said to the reader. */
export function toldUpdate<Status extends string>(
  read: WishReader,
  wishes: TellingWishes,
  status: Status,
  at: Instant,
): ToldUpdate<Status> {
  const text = (wishes.update ?? "").trim();
  if (text === "") read.refuse("update", "Expected the words of the update, found nothing");
  const components = wishes.components ?? [];
  const nextUpdate = promised(read, wishes.nextUpdate, epochOf(at));
  const by = read.word("by", "person", wishes.by);
  return {
    at,
    status,
    text,
    ...(components.length > 0 ? { components } : {}),
    ...(nextUpdate === undefined ? {} : { nextUpdate }),
    ...(by === undefined ? {} : { by }),
  };
}

/** The instant at which something is recorded: whole seconds. */
export function recordedAt(now: Epoch): Instant {
  return instantOf(Math.floor(now / 1000) * 1000);
}

function promised(read: WishReader, wish: string | undefined, at: Epoch): Instant | undefined {
  if (wish === undefined) return undefined;
  const instant = /^[1-9]\d{0,4}(s|min|h|d)$/.test(wish) ? instantOf(at + durationOf(wish)) : wish;
  const before = read.problems.length;
  read.instant("next update", instant);
  if (read.problems.length > before) return undefined;
  if (epochOf(instant) <= at)
    read.refuse("nextUpdate", `Unexpected next update at ${instant}, expected one after ${instantOf(at)}`);
  return instant;
}
