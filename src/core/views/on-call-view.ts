import { type Load, onCallLoad } from "../on-call/load.ts";
import { onCallAt } from "../on-call/on-call-at.ts";
import { RISK_LOOK_BACK, type RiskReason, shiftRisk } from "../on-call/shift-risk.ts";
import type { Team } from "../schemas/teams.ts";
import type { ShownInstant } from "../words/instant-words.ts";
import { lengthWords } from "../words/length-words.ts";
import { addressOfFeed } from "./on-call-feeds.ts";
import type { Shown, ShownState } from "./shown.ts";
import { type ShownShift, shownShift } from "./shown-shift.ts";
import { href, shownEntry, shownNow, shownPerson, type ViewContext } from "./view-context.ts";

/** Who is on call for a team now and next, and what the next shift may bring. */
export interface TeamOnCall {
  readonly team: Shown;
  readonly now: readonly ShownShift[];
  readonly next: readonly ShownShift[];
  readonly risk?: ShownRisk;
  /** Address of the roster as a calendar. */
  readonly feed: string;
}

export interface ShownRisk {
  readonly state: ShownState;
  /** Pages to expect, `2.3`; absent where the team has no log. */
  readonly expected?: string;
  readonly reasons: readonly {
    readonly kind: RiskReason["kind"];
    readonly number?: string;
    readonly links: readonly Shown[];
  }[];
}

/** The load of a team or engineer in words. */
export interface LoadRow {
  readonly who: Shown;
  readonly shifts: string;
  readonly pages: number;
  readonly actionable: string;
  readonly perShift: string;
  readonly groupedPerShift: string;
  readonly night: number;
  readonly weekend: number;
}

/** Everything that the page of on-call duty shows. */
export interface OnCallView {
  readonly asOf: ShownInstant;
  readonly teams: readonly TeamOnCall[];
  /** Teams that have no roster. */
  readonly without: readonly Shown[];
  readonly days: number;
  /** Length of a shift that counts as one, `12 hours`. */
  readonly normal: string;
  readonly night: string;
  readonly teamLoads: readonly LoadRow[];
  readonly personLoads: readonly LoadRow[];
}

const RISK_STATES = {
  low: { id: "fine", word: "Low", shape: "✓" },
  moderate: { id: "degraded", word: "Moderate", shape: "▲" },
  high: { id: "outage", word: "High", shape: "■" },
} as const satisfies Record<string, ShownState>;

/** The page of on-call duty. */
export function onCallView(context: ViewContext): OnCallView {
  const { projection, now } = context;
  const { teams } = projection.teams;
  const { longWork, night } = projection.site.policies;
  const load = onCallLoad(projection, { from: now - RISK_LOOK_BACK, to: now }, now);
  return {
    asOf: shownNow(context),
    teams: teams.flatMap((team) => teamOnCall(context, team)),
    without: teams
      .filter(({ roster }) => roster === undefined)
      .map(({ id }) => shownEntry(context, "team", id)),
    days: RISK_LOOK_BACK / 86_400_000,
    normal: lengthWords(longWork),
    night: `${night.from} to ${night.to}`,
    teamLoads: load.teams.map((each) => loadRow(each, shownEntry(context, "team", each.id))),
    personLoads: load.people.map((each) => loadRow(each, shownPerson(context, each.id))),
  };
}

function teamOnCall(context: ViewContext, team: Team): TeamOnCall[] {
  const { projection, now } = context;
  if (team.roster === undefined) return [];
  const { running, next } = onCallAt(team.roster, now);
  const [first] = next;
  return [
    {
      team: shownEntry(context, "team", team.id),
      now: running.map((shift) => shownShift(context, shift)),
      next: next.map((shift) => shownShift(context, shift)),
      feed: href(context, addressOfFeed(team.id)),
      ...(first === undefined
        ? {}
        : { risk: shownRisk(context, shiftRisk(projection, team, first, next.length > 1, now)) }),
    },
  ];
}

function shownRisk(
  context: ViewContext,
  { level, expectedPages, reasons }: ReturnType<typeof shiftRisk>,
): ShownRisk {
  return {
    state: RISK_STATES[level],
    ...(expectedPages === undefined ? {} : { expected: expectedPages.toFixed(1) }),
    reasons: reasons.map((reason) => ({
      kind: reason.kind,
      ...(reason.kind === "night" ? { number: reason.expected.toFixed(1) } : {}),
      links: linksOf(context, reason),
    })),
  };
}

function linksOf(context: ViewContext, reason: RiskReason): Shown[] {
  switch (reason.kind) {
    case "open-incidents":
      return reason.incidents.map((id) => shownEntry(context, "incident", id));
    case "little-budget":
      return reason.services.map((id) => shownEntry(context, "service", id));
    case "maintenance":
      return reason.ids.map((id) => ({
        id,
        title: context.projection.look.maintenance.get(id)?.data.title ?? id,
      }));
    case "night":
    case "no-backup":
      return [];
  }
}

function loadRow(load: Load, who: Shown): LoadRow {
  return {
    who,
    shifts: load.shifts.toFixed(1),
    pages: load.pages,
    actionable: load.pages === 0 ? "–" : `${Math.round((100 * load.actionable) / load.pages)} %`,
    perShift: load.perShift?.toFixed(2) ?? "–",
    groupedPerShift: load.groupedPerShift?.toFixed(2) ?? "–",
    night: load.night,
    weekend: load.weekend,
  };
}
