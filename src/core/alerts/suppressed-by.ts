import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import type { Suppressions } from "../schemas/logs.ts";
import { maintenanceWindows } from "../status/maintenance-windows.ts";
import { type Epoch, epochOf, instantOf } from "../time.ts";
import type { Signal } from "./signal.ts";

/** Why an alert wakes nobody now, and how that is recorded where it is not yet. */
export interface Suppressed {
  readonly why: string;
  /** Absent where it is recorded already. */
  readonly suppression?: Suppressions["suppressions"][number];
}

/** The silence that somebody asked for, or the planned work that an alert of a service belongs to; `undefined` where neither is. */
export function suppressedBy(
  knowledgeBase: KnowledgeBase,
  { name, startsAt }: Signal,
  service: string | undefined,
  now: Epoch,
): Suppressed | undefined {
  const at = epochOf(startsAt);
  const known = knowledgeBase.suppressions.flatMap(({ data }) => data.suppressions);
  const silence = known.find(
    (each) =>
      each.alert === name &&
      (each.service === undefined || each.service === service) &&
      epochOf(each.from) <= at &&
      (each.until === undefined || at < epochOf(each.until)),
  );
  if (silence) return { why: `silent by ${silence.owner}: ${silence.reason}` };
  for (const { id, data } of knowledgeBase.maintenance) {
    const own = data.services.find((each) => each.service === service && each.expected !== "none");
    if (!own) continue;
    const window = maintenanceWindows(data, { from: at, to: at + 1 }, now).find(
      ({ state, actual, overrun }) =>
        state !== "cancelled" && state !== "scheduled" && actual.from <= at && (at < actual.to || overrun),
    );
    const owner = data.owner ?? knowledgeBase.look.service.get(service!)?.data.owner;
    if (!window || owner === undefined) continue;
    const suppression = {
      alert: name,
      service: service!,
      owner,
      reason: `Planned work ${id}`,
      from: instantOf(window.actual.from),
      until: instantOf(Math.max(window.actual.to, at + 1000)),
    };
    return { why: `planned work ${id}`, suppression };
  }
  return undefined;
}
