import type { NamedCommitment } from "../../reliability/objectives/all-commitments.ts";
import { errorBudget } from "../../reliability/objectives/error-budget.ts";
import { measuredAvailability } from "../../reliability/objectives/measured-availability.ts";
import { dateIn, epochOf } from "../../time.ts";
import { dateWords } from "../../words/instant-words.ts";
import { measuredDaysWords } from "../../words/measured-days-words.ts";
import { keptWords } from "../../words/share-words.ts";
import type { ViewContext } from "../view-context.ts";

/**
 * What a monitoring system measured of an objective in its window, and what of the figures comes from elsewhere, in a sentence;
 * absent where incident records are the source and nothing was measured beside them.
 */
export function measuredWords(
  { projection, now }: ViewContext,
  commitment: NamedCommitment,
): string | undefined {
  const { objective } = commitment;
  const measured = measuredAvailability(projection, commitment, now);
  if (measured === undefined)
    return objective.source === "incidents"
      ? undefined
      : "Nothing of this window was measured, so the figures are from incident records.";
  const when = dateWords(dateIn(epochOf(measured.taken), projection.site.timeZone));
  const read = `${keptWords(measured.availability)} ${measuredDaysWords(measured)}, read on ${when}`;
  if (objective.source === "incidents") return `${read}; the figures are from incident records.`;
  const records = errorBudget(
    projection,
    { ...commitment, objective: { ...objective, source: "incidents" } },
    now,
  ).availability;
  const alone = records === undefined ? "" : `, which alone say ${keptWords(records)}`;
  return `${read}. Which incident spent what, and time that was not measured, is from incident records${alone}.`;
}
