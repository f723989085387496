import type { NamedCommitment } from "../../reliability/objectives/all-commitments.ts";
import { dateIn, epochOf } from "../../time.ts";
import { dateWords } from "../../words/instant-words.ts";
import type { ViewContext } from "../view-context.ts";

/** Good events ÷ all events of the newest snapshot of an objective, in words with its source; absent where none is kept. */
export function measuredAvailability(
  { projection, now }: ViewContext,
  { of, owner, objective }: NamedCommitment,
): string | undefined {
  if (of !== "service") return undefined;
  const [newest] = projection.measurements
    .filter(
      ({ data }) => data.service === owner && data.objective === objective.id && epochOf(data.taken) <= now,
    )
    .sort((a, b) => epochOf(b.data.taken) - epochOf(a.data.taken));
  if (newest === undefined) return undefined;
  const { days, source, taken } = newest.data;
  const total = days.reduce((sum, day) => sum + day.total, 0);
  if (total === 0) return undefined;
  const good = days.reduce((sum, day) => sum + day.good, 0);
  const when = dateWords(dateIn(epochOf(taken), projection.site.timeZone));
  return `${Number(((good / total) * 100).toFixed(3))} % by ${source}, ${days.length} days, read on ${when}`;
}
