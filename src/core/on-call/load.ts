import { grouped } from "../grouped.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import type { Interval } from "../reliability/intervals.ts";
import type { OnCallLog } from "../schemas/logs.ts";
import type { Team } from "../schemas/teams.ts";
import { durationOf, type Epoch, epochOf } from "../time.ts";
import { isAtNight, isOnWeekend } from "./page-times.ts";

type Page = OnCallLog["pages"][number];
type WorkedShift = OnCallLog["shifts"][number];

/** What being on call cost a team or an engineer in a period. */
export interface Load {
  /** Team id, or handle. */
  readonly id: string;
  /** Hours on call ÷ length of a normal shift (`longWork`), pages or none. */
  readonly shifts: number;
  readonly pages: number;
  /** Pages on which somebody had to act. */
  readonly actionable: number;
  /** Actionable pages, those of one incident counted once. */
  readonly grouped: number;
  /** Pages at night, in the team's zone. */
  readonly night: number;
  /** Pages on Saturdays and Sundays, in the team's zone. */
  readonly weekend: number;
  /** Actionable pages ÷ shifts; absent where no shift is recorded. */
  readonly perShift?: number;
  /** Grouped ÷ shifts; absent where no shift is recorded. */
  readonly groupedPerShift?: number;
}

/** The load of each team and engineer with shifts or pages in a period; a page that names nobody is that of who worked the shift. */
export function onCallLoad(
  knowledgeBase: KnowledgeBase,
  period: Interval,
  now: Epoch,
): { readonly teams: readonly Load[]; readonly people: readonly Load[] } {
  const until = Math.min(period.to, now);
  const all = knowledgeBase.onCallLogs.flatMap(({ data }) => data.shifts);
  const worked = all
    .map((shift) => ({
      shift,
      milliseconds: Math.min(epochOf(shift.to), until) - Math.max(epochOf(shift.from), period.from),
    }))
    .filter(({ milliseconds }) => milliseconds > 0);
  const pages = knowledgeBase.onCallLogs
    .flatMap(({ data }) => data.pages)
    .filter(({ at }) => epochOf(at) >= period.from && epochOf(at) < until);
  const holder = holderOf(worked.map(({ shift }) => shift));
  const zones = new Map(knowledgeBase.teams.teams.map((team) => [team.id, zoneOf(team, knowledgeBase)]));
  const loads = (ofShift: (shift: WorkedShift) => string, ofPage: (page: Page) => string | undefined) => {
    const hours = new Map<string, number>();
    for (const { shift, milliseconds } of worked)
      hours.set(ofShift(shift), (hours.get(ofShift(shift)) ?? 0) + milliseconds);
    const groups = grouped(pages, (page) => [ofPage(page) ?? ""]);
    return [...new Set([...hours.keys(), ...groups.keys()])]
      .filter((id) => id !== "")
      .sort()
      .map((id) => loadOf(id, hours.get(id) ?? 0, groups.get(id) ?? [], zones, knowledgeBase));
  };
  return {
    teams: loads(
      ({ team }) => team,
      ({ team }) => team,
    ),
    people: loads(
      ({ person }) => person,
      (page) => page.person ?? holder(page),
    ),
  };
}

/** The zone in which a team's nights and weekends fall. */
export function zoneOf(team: Team | undefined, { site }: Pick<KnowledgeBase, "site">): string {
  return team?.roster?.zone ?? site.timeZone;
}

function loadOf(
  id: string,
  milliseconds: number,
  pages: readonly Page[],
  zones: ReadonlyMap<string, string>,
  { site }: KnowledgeBase,
): Load {
  const shifts = milliseconds / durationOf(site.policies.longWork);
  const actionable = pages.filter((page) => page.actionable);
  const grouped = new Set(actionable.map((page, index) => page.incident ?? index)).size;
  const zone = ({ team }: Page) => zones.get(team) ?? site.timeZone;
  return {
    id,
    shifts,
    pages: pages.length,
    actionable: actionable.length,
    grouped,
    night: pages.filter((page) => isAtNight(epochOf(page.at), zone(page), site.policies.night)).length,
    weekend: pages.filter((page) => isOnWeekend(epochOf(page.at), zone(page))).length,
    ...(shifts > 0 ? { perShift: actionable.length / shifts, groupedPerShift: grouped / shifts } : {}),
  };
}

/** Who worked the shift of a page's team; nobody where none is recorded, or several at once. */
function holderOf(shifts: readonly WorkedShift[]): (page: Page) => string | undefined {
  const byTeam = grouped(shifts, ({ team }) => [team]);
  return ({ team, at }) => {
    const then = (byTeam.get(team) ?? []).filter(
      ({ from, to }) => epochOf(from) <= epochOf(at) && epochOf(at) < epochOf(to),
    );
    const people = new Set(then.map(({ person }) => person));
    return people.size === 1 ? then[0]!.person : undefined;
  };
}
