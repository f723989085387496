import type { KnowledgeBase } from "../../core/knowledge-base/knowledge-base.ts";

/** What foreign names mean here, by name in lower case. */
export interface KnownNames {
  readonly services: ReadonlyMap<string, string>;
  /** Services by the address of a repository, without scheme. */
  readonly repositories: ReadonlyMap<string, readonly string[]>;
  readonly people: ReadonlyMap<string, string>;
  readonly teams: ReadonlyMap<string, string>;
}

/** The names by which a knowledge base knows its services, people and teams; `also` adds foreign names for ids. */
export function knownNames(
  { services, teams }: Pick<KnowledgeBase, "services" | "teams">,
  also: ReadonlyMap<string, string> = new Map(),
): KnownNames {
  const repositories = new Map<string, string[]>();
  for (const { id, data } of services)
    for (const address of data.repositories) {
      const key = repositoryKey(address);
      repositories.set(key, [...(repositories.get(key) ?? []), id]);
    }
  return {
    services: named(
      services.map(({ id, data }) => ({ id, names: [...data.aliases, data.title] })),
      also,
    ),
    repositories,
    people: named(
      teams.people.map(({ handle, github }) => ({ id: handle, names: github === undefined ? [] : [github] })),
      also,
    ),
    teams: named(
      teams.teams.map(({ id, name, aliases }) => ({ id, names: [...aliases, name] })),
      also,
    ),
  };
}

/** An address of a repository as a key: host and path, whatever the scheme and ending. */
export function repositoryKey(address: string): string {
  return address
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/(?:\.git)?\/*$/, "");
}

function named(
  things: readonly { readonly id: string; readonly names: readonly string[] }[],
  also: ReadonlyMap<string, string>,
): Map<string, string> {
  const known = new Map<string, string>();
  for (const { id, names } of things) for (const name of names) known.set(name.toLowerCase(), id);
  for (const { id } of things) known.set(id, id);
  for (const [foreign, id] of also) if (known.has(id)) known.set(foreign.toLowerCase(), id);
  return known;
}
