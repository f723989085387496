import type { Incident, MilestoneName } from "../schemas/incident.ts";
import { type Epoch, epochOf, type Instant } from "../time.ts";

/** A milestone as it stands in a record: an instant, alone or with its precision. */
export type Milestone = NonNullable<Incident["milestones"][MilestoneName]>;

/** The instant of a milestone; `undefined` when it was not recorded. */
export function milestoneTime({ milestones }: Incident, name: MilestoneName): Epoch | undefined {
  const known = times.get(milestones) ?? {};
  if (name in known) return known[name];
  times.set(milestones, known);
  const milestone = milestones[name];
  known[name] = milestone === undefined ? undefined : epochOf(instantOfMilestone(milestone));
  return known[name];
}

// Lists are sorted and every measure is made by these instants, so each text is read once.
const times = new WeakMap<Incident["milestones"], { [name in MilestoneName]?: Epoch | undefined }>();

/** The text of a milestone's instant. */
export function instantOfMilestone(milestone: Milestone): Instant {
  return typeof milestone === "string" ? milestone : milestone.at;
}

/** The first and the last instant that a record allows: alike for an exact one, an hour apart for `precision: hour`. */
export function spanOf(
  at: Instant,
  precision: "minute" | "hour" | "day" | undefined,
): { readonly earliest: Epoch; readonly latest: Epoch } {
  const epoch = epochOf(at);
  if (precision === undefined) return { earliest: epoch, latest: epoch };
  const length = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }[precision];
  const offset = offsetOf(at);
  const earliest = Math.floor((epoch + offset) / length) * length - offset;
  return { earliest, latest: earliest + length - 1 };
}

/** The span of a milestone. */
export function spanOfMilestone(milestone: Milestone): { readonly earliest: Epoch; readonly latest: Epoch } {
  return typeof milestone === "string"
    ? spanOf(milestone, undefined)
    : spanOf(milestone.at, milestone.precision);
}

/** The offset that its author wrote: hours and days of a rough instant are those of the author. */
function offsetOf(at: Instant): number {
  const match = /([+-])(\d{2}):(\d{2})$/.exec(at);
  if (!match) return 0;
  return (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) * 60_000;
}
