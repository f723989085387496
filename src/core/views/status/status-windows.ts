import { isUnderWay } from "../../status/component-state.ts";
import type { PlacedWindow } from "../../status/placed-windows.ts";
import { statusId } from "../../status/status-id.ts";
import { epochOf, instantOf } from "../../time.ts";
import type { ViewContext } from "../view-context.ts";
import { affectedComponents } from "./affected-components.ts";
import type { StatusUpdate, StatusWindow } from "./status-facts.ts";

/** Windows of planned work: those that are going on or come, the next first, and those that are over, newest first. */
export function statusWindows(
  context: ViewContext,
  placed: readonly PlacedWindow[],
): { readonly planned: readonly StatusWindow[]; readonly done: readonly StatusWindow[] } {
  const { now } = context;
  const comes = (window: PlacedWindow) =>
    isUnderWay(window) ||
    window.state === "scheduled" ||
    (window.state === "cancelled" && window.scheduled.to > now);
  const next = new Set<string>();
  const planned = placed.filter(comes).filter((window) => {
    // Of work that recurs the next window is enough: what goes on, or else the first to come.
    if (!window.recurring || window.state === "in_progress" || window.state === "verifying") return true;
    if (next.has(window.id)) return false;
    next.add(window.id);
    return true;
  });
  const done = placed.filter(({ state }) => state === "completed").reverse();
  return {
    planned: planned.map((window) => statusWindow(context, window)),
    done: done.map((window) => statusWindow(context, window)),
  };
}

function statusWindow({ projection, now }: ViewContext, window: PlacedWindow): StatusWindow {
  const code = statusId("maintenance", window, window.recurring ? instantOf(window.scheduled.from) : "");
  const { actual, scheduled, state } = window;
  const said = state === "completed" || state === "cancelled" ? "history/" : "";
  return {
    id: window.id,
    code,
    title: window.title,
    url: `${projection.site.url}status/${said}#${code}`,
    state,
    from: instantOf(actual.from),
    to: instantOf(actual.to),
    scheduledFrom: instantOf(scheduled.from),
    scheduledTo: instantOf(scheduled.to),
    ...(window.announced === undefined ? {} : { announced: instantOf(window.announced) }),
    overrun: window.overrun,
    byClock: !window.setByHand,
    affected: affectedComponents(
      projection,
      window.services.map(({ service, expected }) => ({ service, level: expected })),
    ),
    updates: updatesOf(window, code, now),
  };
}

/** Newest first, and never none. */
function updatesOf(window: PlacedWindow, code: string, now: number): StatusUpdate[] {
  const told = window.updates.map(
    ({ at, status, text }, index): StatusUpdate => ({
      code: statusId("update", { id: code, aliases: [] }, `${epochOf(at)} ${index}`),
      at: instantOf(epochOf(at)),
      status,
      text,
      components: [],
    }),
  );
  if (told.length === 0)
    told.push({
      code: statusId("update", { id: code, aliases: [] }),
      at: instantOf(Math.min(window.announced ?? window.scheduled.from, now)),
      status: window.state === "cancelled" ? "completed" : window.state,
      text: window.title,
      components: [],
    });
  return told.reverse();
}
