import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { epochOf } from "../../time.ts";
import { countdownWords } from "../../words/countdown-words.ts";
import type { ShownInstant } from "../../words/instant-words.ts";
import { shownInstant, type ViewContext } from "../view-context.ts";

/** The update that customers were promised next. A script goes on counting on the reader's clock. */
export interface NextUpdate {
  readonly at: ShownInstant;
  /** `in 58 min` or `late by 5 min`, as of the build. */
  readonly words: string;
  readonly late: boolean;
  /** Where the present is pinned, the instant at which the reader's clock is taken to have stood when the page opened. */
  readonly pinned?: string;
}

/** What the last update of an open incident promised; absent when it is resolved or nothing was promised. */
export function nextUpdate(context: ViewContext, { data }: Entry<"incident">): NextUpdate | undefined {
  const last = [...data.updates].sort((a, b) => epochOf(a.at) - epochOf(b.at)).at(-1);
  if (last?.nextUpdate === undefined || data.milestones.resolved !== undefined) return undefined;
  const { asOf } = context.projection.site;
  return {
    at: shownInstant(context, last.nextUpdate),
    ...countdownWords(epochOf(last.nextUpdate), context.now),
    ...(asOf === undefined ? {} : { pinned: asOf }),
  };
}
