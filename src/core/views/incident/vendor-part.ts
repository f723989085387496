import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { totalOfIntervals } from "../../reliability/intervals.ts";
import { epochOf } from "../../time.ts";
import { durationWords } from "../../words/duration-words.ts";
import type { Shown } from "../shown.ts";
import { shownEntry, type ViewContext } from "../view-context.ts";

/** A vendor's part in an incident. */
export interface VendorPart {
  readonly service: Shown;
  /** The vendor's own report. */
  readonly report?: string;
  /** Downtime that is the vendor's, merged; absent where none was attributed. */
  readonly attributed?: string;
}

/** The vendor's part, where the record names one. */
export function vendorPart(context: ViewContext, { data }: Entry<"incident">): VendorPart | undefined {
  const { vendor } = data;
  if (vendor === undefined) return undefined;
  const intervals = vendor.attributed.map(({ from, to }) => ({
    from: epochOf(from),
    to: Math.min(epochOf(to), context.now),
  }));
  const time = totalOfIntervals(intervals);
  return {
    service: shownEntry(context, "service", vendor.service),
    ...(vendor.incident === undefined ? {} : { report: vendor.incident }),
    ...(time === 0 ? {} : { attributed: durationWords(time) }),
  };
}
