import type { PlacedItem } from "../action-items/all-action-items.ts";
import { type BorneOn, incidentsBorneOn } from "../action-items/incidents-borne-on.ts";
import { waiverState } from "../action-items/waiver-state.ts";
import type { ActionItem } from "../schemas/action-item.ts";
import { dateWords, shortDateWords } from "../words/instant-words.ts";
import { type ActionItemRow, actionItemRow } from "./action-item-view.ts";
import { incidentRow } from "./incident-row.ts";
import type { Shown } from "./shown.ts";
import { shownEntry, shownOf, shownPerson, shownTerm, type ViewContext } from "./view-context.ts";

/** One action item on the board: its line, and what opens below it. */
export interface BoardItem extends ActionItemRow {
  readonly strength?: string;
  readonly opened: string;
  readonly done?: string;
  /** The day of its column: the first due day, or when it was finished. */
  readonly day?: string;
  /** The present due day of an item that was moved. */
  readonly movedTo?: string;
  readonly waiver?: {
    readonly expired: boolean;
    readonly until: string;
    readonly by: Shown;
    readonly reason: string;
  };
  readonly evidence?: { readonly title: string; readonly url?: string };
  /** Incidents that it would have changed, newest first, each with what they have in common. */
  readonly bearsOn: readonly {
    readonly incident: Shown;
    readonly day: string;
    readonly reasons: readonly string[];
  }[];
  /** How it would have changed them, `would have prevented`. */
  readonly bearing: string;
}

/** One action item as a line of the board. */
export function boardItem(context: ViewContext, placed: PlacedItem): BoardItem {
  const { item } = placed;
  const row = actionItemRow(context, placed);
  const last = item.slips.at(-1)?.to;
  const finished = row.state.id === "done" || row.state.id === "dropped";
  const day = finished ? item.done : item.due;
  return {
    ...row,
    ...(item.strength === undefined ? {} : { strength: item.strength }),
    opened: dateWords(item.opened),
    ...(item.done === undefined || row.state.id !== "done" ? {} : { done: dateWords(item.done) }),
    ...(day === undefined ? {} : { day: shortDateWords(day) }),
    ...(last === undefined || finished ? {} : { movedTo: shortDateWords(last) }),
    ...waiverOf(context, item),
    ...(item.evidence === undefined ? {} : { evidence: evidenceOf(item.evidence) }),
    bearsOn: incidentsBorneOn(context.projection, item).map((borne) => ({
      incident: shownOf(context, borne.incident),
      day: incidentRow(context, borne.incident).began.day,
      reasons: reasonsOf(context, borne),
    })),
    bearing: BEARINGS[item.kind],
  };
}

/** What an item of each kind would have done about an incident like it. */
const BEARINGS: Readonly<Record<ActionItem["kind"], string>> = {
  prevent: "Would have prevented",
  detect: "Would have noticed sooner",
  mitigate: "Would have shortened",
  process: "Would have helped in",
  document: "Would have helped in",
};

function waiverOf(context: ViewContext, item: ActionItem): Pick<BoardItem, "waiver"> {
  if (item.waiver === undefined) return {};
  const { reason, until, by } = item.waiver;
  const expired = waiverState(item, context.now, context.projection.site.timeZone) === "expired";
  return { waiver: { expired, until: dateWords(until), by: shownPerson(context, by), reason } };
}

function evidenceOf(evidence: string): NonNullable<BoardItem["evidence"]> {
  const host = /^https?:\/\/([^/?#]+)/i.exec(evidence)?.[1];
  return host === undefined ? { title: evidence } : { title: host, url: evidence };
}

function reasonsOf(context: ViewContext, { incident, sameSignature, factors, services }: BorneOn): string[] {
  const names = factors.map((factor) => shownTerm(context, "factors", factor).title);
  const places = services.map((service) => shownEntry(context, "service", service).title);
  return [
    ...(sameSignature ? [`same signature, ${incident.data.signature}`] : []),
    ...(names.length > 0
      ? [`${names.join(", ")}${places.length > 0 ? ` on ${places.join(", ")}` : ""}`]
      : []),
  ];
}
