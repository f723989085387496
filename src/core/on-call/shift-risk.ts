import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { allCommitments } from "../reliability/objectives/all-commitments.ts";
import { errorBudget } from "../reliability/objectives/error-budget.ts";
import type { Team } from "../schemas/teams.ts";
import { incidentState } from "../status/incident-state.ts";
import { maintenanceWindows } from "../status/maintenance-windows.ts";
import { type Epoch, epochOf } from "../time.ts";
import { zoneOf } from "./load.ts";
import { isAtNight } from "./page-times.ts";
import type { Shift } from "./roster-shifts.ts";

/** How far the pages of the past are looked back for what the next shift will bring. */
export const RISK_LOOK_BACK = 90 * 86_400_000;
/** Below this share of the error budget a service is a reason. */
const LITTLE_BUDGET = 0.25;

/** One reason why a shift may be hard. */
export type RiskReason =
  | { readonly kind: "night"; readonly expected: number }
  | { readonly kind: "open-incidents"; readonly incidents: readonly string[] }
  | { readonly kind: "little-budget"; readonly services: readonly string[] }
  | { readonly kind: "maintenance"; readonly ids: readonly string[] }
  | { readonly kind: "no-backup" };

/** What a shift may bring: pages to expect, and the reasons that make it hard. */
export interface ShiftRisk {
  /** Actionable pages of the look-back ÷ its length × length of the shift; absent where the team has no log. */
  readonly expectedPages?: number;
  readonly reasons: readonly RiskReason[];
  /** No reason: low. One or two: moderate. More: high. */
  readonly level: "low" | "moderate" | "high";
}

/** The risk of a team's coming shift, from what is known at an instant; `backup` says whether somebody stands behind it. */
export function shiftRisk(
  knowledgeBase: KnowledgeBase,
  team: Team,
  shift: Pick<Shift, "from" | "to">,
  backup: boolean,
  now: Epoch,
): ShiftRisk {
  const length = shift.to - shift.from;
  const pages = pagesLately(knowledgeBase, team.id, now);
  const share = length / RISK_LOOK_BACK;
  const services = knowledgeBase.services.filter(({ data }) => data.owner === team.id);
  const ids = new Set(services.map(({ id }) => id));
  const zone = zoneOf(team, knowledgeBase);
  const nights = new Set(
    pages
      .filter((at) => isAtNight(at, zone, knowledgeBase.site.policies.night))
      // Twelve hours earlier both halves of a night lie on one day.
      .map((at) => Math.floor((at - 43_200_000) / 86_400_000)),
  ).size;
  const open = openIncidents(knowledgeBase, ids);
  const little = withLittleBudget(knowledgeBase, ids, now);
  const work = maintenanceIn(knowledgeBase, ids, shift);
  const reasons: RiskReason[] = [
    ...(nights * share >= 1 ? [{ kind: "night", expected: nights * share } as const] : []),
    ...(open.length > 0 ? [{ kind: "open-incidents", incidents: open } as const] : []),
    ...(little.length > 0 ? [{ kind: "little-budget", services: little } as const] : []),
    ...(work.length > 0 ? [{ kind: "maintenance", ids: work } as const] : []),
    ...(backup ? [] : [{ kind: "no-backup" } as const]),
  ];
  const logged = knowledgeBase.onCallLogs.some(
    ({ data }) =>
      data.pages.some((page) => page.team === team.id) || data.shifts.some((each) => each.team === team.id),
  );
  return {
    ...(logged ? { expectedPages: pages.length * share } : {}),
    reasons,
    level: reasons.length === 0 ? "low" : reasons.length < 3 ? "moderate" : "high",
  };
}

/** Instants of the actionable pages of a team in the look-back. */
function pagesLately({ onCallLogs }: KnowledgeBase, team: string, now: Epoch): Epoch[] {
  return onCallLogs
    .flatMap(({ data }) => data.pages)
    .filter((page) => page.team === team && page.actionable)
    .map(({ at }) => epochOf(at))
    .filter((at) => at >= now - RISK_LOOK_BACK && at < now);
}

function openIncidents({ look }: KnowledgeBase, services: ReadonlySet<string>): string[] {
  const open = [...services]
    .flatMap((service) => look.incidentsOf.get(service) ?? [])
    .filter(({ data }: Entry<"incident">) => !data.nearMiss && incidentState(data) !== "resolved")
    .map(({ id }) => id);
  return [...new Set(open)].sort();
}

function withLittleBudget(knowledgeBase: KnowledgeBase, services: ReadonlySet<string>, now: Epoch): string[] {
  const spent = allCommitments(knowledgeBase)
    .filter(
      ({ of, owner, objective }) =>
        of === "service" && services.has(owner) && objective.source === "incidents",
    )
    .filter((commitment) => errorBudget(knowledgeBase, commitment, now).leftShare < LITTLE_BUDGET);
  return [...new Set(spent.map(({ owner }) => owner))].sort();
}

/** Planned work on services of a team that touches a shift. */
function maintenanceIn(
  { maintenance }: KnowledgeBase,
  services: ReadonlySet<string>,
  { from, to }: Pick<Shift, "from" | "to">,
): string[] {
  return maintenance
    .filter(({ data }) => data.services.some(({ service }) => services.has(service)))
    .filter(({ data }) =>
      maintenanceWindows(data, { from, to }, from).some(
        ({ state, scheduled }) => state !== "cancelled" && scheduled.from < to && scheduled.to > from,
      ),
    )
    .map(({ id }) => id);
}
