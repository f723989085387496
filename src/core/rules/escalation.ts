import { addToDate } from "../action-items/add-duration.ts";
import type { Finding, Spot } from "../finding.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import type { Team } from "../schemas/teams.ts";
import { type Epoch, endOfDay } from "../time.ts";
import { fileOfKind } from "./file-of-kind.ts";

/** Escalation paths that hang on one person or one channel, or that nobody tried in time. */
export function escalation(knowledgeBase: KnowledgeBase, now: Epoch): readonly Finding[] {
  const file = fileOfKind(knowledgeBase, "teams");
  return knowledgeBase.teams.teams.flatMap((team, index) => {
    if (team.escalation.length === 0) return [];
    return [
      ...thin(team, knowledgeBase, { file, field: ["teams", index, "escalation"], name: true }),
      ...untested(team, knowledgeBase, now, (level, ...field) => ({
        file,
        field: ["teams", index, "escalation", level, ...field],
      })),
    ];
  });
}

function thin(team: Team, { look }: KnowledgeBase, spot: Spot): Finding[] {
  const people = new Set(
    team.escalation.flatMap(({ contacts, roster }) => [
      ...contacts.flatMap((contact) => look.team.get(contact)?.members ?? [contact]),
      ...(roster === "primary" ? (team.roster?.rotation ?? []) : []),
      ...(roster === "backup" ? (team.roster?.backups ?? []) : []),
    ]),
  );
  const channels = new Set(team.escalation.flatMap((level) => level.channels.map(({ kind }) => kind)));
  const finding = (what: string): Finding => ({
    code: "escalation-thin",
    message: `Unexpected escalation of team \`${team.id}\` to ${what} alone, expected at least two`,
    spot,
  });
  return [
    ...(people.size === 0 ? [finding("a roster of nobody")] : []),
    ...(people.size === 1 ? [finding("one person")] : []),
    ...(channels.size === 1 ? [finding("one channel")] : []),
  ];
}

function untested(
  team: Team,
  { site }: KnowledgeBase,
  now: Epoch,
  at: (level: number, ...field: readonly string[]) => Spot,
): Finding[] {
  const every = site.policies.escalationTest;
  return team.escalation.flatMap(({ name, lastTested }, level) => {
    if (lastTested === undefined)
      return [
        {
          code: "escalation-untested",
          message: `Expected a test of the level \`${name}\` of team \`${team.id}\`, found none`,
          spot: at(level, "name"),
        },
      ];
    const due = addToDate(lastTested, every);
    if (now < endOfDay(due, site.timeZone)) return [];
    return [
      {
        code: "escalation-untested",
        message: `Level \`${name}\` of team \`${team.id}\` was tested on ${lastTested}, expected again by ${due} (every ${every})`,
        spot: at(level, "lastTested"),
      },
    ];
  });
}
