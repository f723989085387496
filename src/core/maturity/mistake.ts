import type { PageKind } from "../addresses.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import type { Interval } from "../reliability/intervals.ts";
import type { Epoch } from "../time.ts";

/** What a look for a mistake sees: the knowledge base as it is now, and the year up to now. */
export interface Sight {
  readonly knowledgeBase: KnowledgeBase;
  readonly now: Epoch;
  readonly year: Interval;
}

/** One place where a mistake shows. */
export interface Trace {
  /** What it is, and so the page that tells more. */
  readonly kind: PageKind | "alert";
  readonly id: string;
  /** What was seen there, where the title alone does not say it. */
  readonly note?: string;
}

/** A mistake that teams make, and how it shows in the knowledge base. */
export interface MistakeKind {
  /** Permanent kebab-case name. */
  readonly id: string;
  readonly title: string;
  /** How it is judged, in one sentence. */
  readonly judged: string;
  /** What is counted: "incidents", "paging alerts". */
  readonly unit: string;
  /** The measure that tells more, by id. */
  readonly measure?: string;
  /** The rule of the check that tells the author, by code. */
  readonly code?: string;
  readonly look: (sight: Sight) => Seen;
}

/** How many cases were looked at, and those that show the mistake. */
export interface Seen {
  readonly of: number;
  /** Where a place stands for several cases; else each trace is one. */
  readonly count?: number;
  readonly traces: readonly Trace[];
}

/** A mistake with its state: nothing to look at is no data, not a clean bill. */
export interface Mistake extends Seen {
  readonly kind: MistakeKind;
  readonly state: "seen" | "not-seen" | "no-data";
}
