import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { milestoneTime } from "../../reliability/milestone-time.ts";
import { MILESTONES, type MilestoneName } from "../../schemas/incident.ts";
import { type Epoch, epochOf } from "../../time.ts";

/** The one scale on which milestones, impact and updates of an incident are drawn. */
export interface TimeScale {
  readonly from: Epoch;
  readonly to: Epoch;
}

/** Milestones that are drawn; the others come when all is over, and would squeeze what matters. */
export const DRAWN_MILESTONES: readonly MilestoneName[] = MILESTONES.filter(
  (name) => name !== "closed" && name !== "verified" && name !== "declared",
);

/** From the first milestone or impact to the last, or until now while it is open; absent with fewer than two instants. */
export function timeScale({ data }: Entry<"incident">, now: Epoch): TimeScale | undefined {
  const instants = [
    ...DRAWN_MILESTONES.map((name) => milestoneTime(data, name)),
    ...data.impact.flatMap(({ from, to }) => [epochOf(from), to === undefined ? undefined : epochOf(to)]),
    data.milestones.resolved === undefined ? now : undefined,
  ].filter((instant) => instant !== undefined);
  const [from, to] = [Math.min(...instants), Math.max(...instants)];
  return from < to ? { from, to } : undefined;
}

/** The place of an instant on a scale, 0 to 1000. */
export function placeOn({ from, to }: TimeScale, instant: Epoch): number {
  return Math.round((Math.min(1, Math.max(0, (instant - from) / (to - from))) || 0) * 1000);
}
