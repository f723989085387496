import type { Impact } from "../../core/schemas/incident.ts";
import { epochOf } from "../../core/time.ts";
import type { ForeignImpact } from "../history/foreign-history.ts";
import type { WrittenInstant } from "../history/written-instant.ts";
import type { TakeNote } from "../markdown/note.ts";
import { type Json, textOf } from "./json-reader.ts";

type Level = Impact["level"];

const HURT = new Set<string>(["degraded_performance", "partial_outage", "major_outage"]);
const LEVEL_OF: Readonly<Record<string, Level>> = {
  minor: "degraded_performance",
  major: "partial_outage",
  critical: "major_outage",
};

/** An update of a foreign event with its instant. */
export interface Told {
  readonly at: string;
  readonly status: string;
  readonly text: string;
  readonly levels: readonly { readonly component: string; readonly level: string }[];
}

/** From what updates said of components, or else from what the whole was called. */
export function impactOf(
  event: Json,
  told: readonly Told[],
  start: WrittenInstant,
  end: WrittenInstant | undefined,
  components: readonly string[],
  take: TakeNote,
): ForeignImpact[] {
  if (end?.precision) return [];
  const named = new Set(told.flatMap(({ levels }) => levels.map(({ component }) => component)));
  if (named.size > 0) return [...named].flatMap((component) => spansOf(component, told, start, end));
  const level = LEVEL_OF[textOf(event, "impact") ?? ""];
  if (level === undefined || (end && end.at === start.at)) return [];
  take(
    "mapped",
    "impact",
    undefined,
    `${textOf(event, "impact")} as ${level} of every component from start to end`,
  );
  return components.map((component) => ({
    component,
    level,
    from: start.at,
    ...(end ? { to: end.at } : {}),
  }));
}

function spansOf(
  component: string,
  told: readonly Told[],
  start: WrittenInstant,
  end: WrittenInstant | undefined,
): ForeignImpact[] {
  const points = told.flatMap(({ at, levels }) =>
    levels.filter((one) => one.component === component).map(({ level }) => ({ at, level })),
  );
  return points.flatMap(({ at, level }, index): ForeignImpact[] => {
    const from = epochOf(at) < epochOf(start.at) ? start.at : at;
    const next = points[index + 1]?.at;
    const to = next !== undefined && (!end || epochOf(next) < epochOf(end.at)) ? next : end?.at;
    if (!HURT.has(level) || (to !== undefined && epochOf(to) <= epochOf(from))) return [];
    return [{ component, level: level as Level, from, ...(to === undefined ? {} : { to }) }];
  });
}
