import { grouped } from "../grouped.ts";
import type { Kind } from "../schemas/kinds.ts";
import type { Asset, Entry, KnowledgeBase, LookUp } from "./knowledge-base.ts";

/** Entries in any order → one linked knowledge base; `undefined` while site, taxonomy or teams are missing. */
export function linkKnowledgeBase(
  root: string,
  entries: readonly Entry[],
  assets: readonly Asset[],
  broken: KnowledgeBase["broken"],
): KnowledgeBase | undefined {
  const of = byKind(entries);
  const site = of("site")[0]?.data;
  const taxonomy = of("taxonomy")[0]?.data;
  const teams = of("teams")[0]?.data;
  if (!site || !taxonomy || !teams) return undefined;
  const lists = { ...listsOf(of), assets: [...assets].sort((a, b) => (a.path < b.path ? -1 : 1)) };
  return { root, site, taxonomy, teams, ...lists, broken, look: lookUp({ ...lists, teams }) };
}

/** A linked knowledge base with further documents in it. */
export function withEntries(knowledgeBase: KnowledgeBase, more: readonly Entry[]): KnowledgeBase {
  const { teams, assets } = knowledgeBase;
  const standing = LISTS.flatMap((list): readonly Entry[] => knowledgeBase[list]);
  const lists = listsOf(byKind([...standing, ...more]));
  return { ...knowledgeBase, ...lists, look: lookUp({ ...lists, assets, teams }) };
}

type OfKind = <K extends Kind>(kind: K) => Entry<K>[];

function byKind(entries: readonly Entry[]): OfKind {
  const sorted = [...entries].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.file < b.file ? -1 : 1));
  return (kind) => sorted.filter((entry) => entry.kind === kind) as never;
}

function listsOf(of: OfKind) {
  return {
    incidents: of("incident"),
    postmortems: of("postmortem"),
    runbooks: of("runbook"),
    services: of("service"),
    maintenance: of("maintenance"),
    gameDays: of("game-day"),
    templates: of("template"),
    reviews: of("review"),
    changeLogs: of("changes"),
    onCallLogs: of("on-call"),
    measurements: of("measurement"),
    journeys: of("journeys"),
    suppressions: of("suppressions"),
  };
}

const LISTS = Object.keys(listsOf(() => [])) as (keyof ReturnType<typeof listsOf>)[];

type Lists = Pick<
  KnowledgeBase,
  "incidents" | "postmortems" | "runbooks" | "services" | "maintenance" | "assets" | "teams"
>;

/** Look-ups by id and back-links over the lists of a knowledge base. */
export function lookUp(lists: Lists): LookUp {
  const { incidents, postmortems, runbooks, services, maintenance, teams, assets } = lists;
  const newestFirst = [...incidents].reverse();
  return {
    incident: byId(incidents),
    postmortem: byId(postmortems),
    runbook: byId(runbooks),
    service: byId(services),
    maintenance: byId(maintenance),
    team: byId(teams.teams),
    person: new Map(teams.people.map((person) => [person.handle, person])),
    asset: new Map(assets.map((asset) => [asset.path, asset])),
    postmortemsOf: grouped(postmortems, (entry) => entry.data.incidents),
    incidentsOf: grouped(
      newestFirst,
      (entry) => new Set([...entry.data.services, ...entry.data.impact.map((impact) => impact.service)]),
    ),
    incidentsBySignature: grouped(newestFirst, (entry) =>
      entry.data.signature === undefined ? [] : [entry.data.signature],
    ),
    runbooksOf: grouped(runbooks, (entry) => entry.data.services),
    runbooksForAlert: grouped(runbooks, (entry) => entry.data.alerts),
    usesOfRunbook: grouped(newestFirst, (entry) => new Set(entry.data.runbooks.map((use) => use.runbook))),
    dependents: grouped(services, (entry) => entry.data.dependsOn),
    alias: {
      incident: aliasesOf(incidents),
      postmortem: aliasesOf(postmortems),
      runbook: aliasesOf(runbooks),
      service: aliasesOf(services),
      maintenance: aliasesOf(maintenance),
      team: new Map(teams.teams.flatMap((team) => team.aliases.map((alias) => [alias, team.id] as const))),
    },
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function aliasesOf(
  entries: readonly { readonly id: string; readonly data: { readonly aliases: readonly string[] } }[],
): ReadonlyMap<string, string> {
  return new Map(entries.flatMap((entry) => entry.data.aliases.map((alias) => [alias, entry.id] as const)));
}
