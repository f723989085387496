import type { NamedCommitment } from "../../reliability/objectives/all-commitments.ts";
import { measuredAvailability } from "../../reliability/objectives/measured-availability.ts";
import { dateIn, epochOf } from "../../time.ts";
import { dateWords } from "../../words/instant-words.ts";
import { keptWords } from "../../words/share-words.ts";
import type { ViewContext } from "../view-context.ts";

/** What a monitoring system measured of an objective in its window, in words with the source; absent where nothing was. */
export function measuredWords(
  { projection, now }: ViewContext,
  { of, owner, objective }: NamedCommitment,
): string | undefined {
  if (of !== "service") return undefined;
  const measured = measuredAvailability(projection, owner, objective, now);
  if (measured === undefined) return undefined;
  const { availability, days, source, taken } = measured;
  const when = dateWords(dateIn(epochOf(taken), projection.site.timeZone));
  return `${keptWords(availability)} by ${source}, ${days === 1 ? "1 day" : `${days} days`}, read on ${when}`;
}
