import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { errorBudget } from "../../reliability/objectives/error-budget.ts";
import { measuredAvailability } from "../../reliability/objectives/measured-availability.ts";
import type { ShownInstant } from "../../words/instant-words.ts";
import { keptWords } from "../../words/share-words.ts";
import { shownInstant, type ViewContext } from "../view-context.ts";

/** Measured availability of one objective, and what records of incidents say of the same window. */
export interface MeasuredRow {
  readonly name: string;
  readonly measured: string;
  readonly days: number;
  readonly source: string;
  readonly taken: ShownInstant;
  readonly records?: string;
}

/** The objectives of a service that a monitoring system measured in their window; outsiders see none, as they see no measurement. */
export function measuredOf(context: ViewContext, { id, data }: Entry<"service">): MeasuredRow[] {
  const { projection, now } = context;
  return data.objectives.flatMap((objective) => {
    const measured = measuredAvailability(projection, id, objective, now);
    if (measured === undefined) return [];
    const { availability } = errorBudget(projection, { objective, services: [id] }, now);
    return [
      {
        name: objective.name ?? objective.id,
        measured: keptWords(measured.availability),
        days: measured.days,
        source: measured.source,
        taken: shownInstant(context, measured.taken, "day"),
        ...(availability === undefined ? {} : { records: keptWords(availability) }),
      },
    ];
  });
}
