import type { KnowledgeBase } from "../../knowledge-base/knowledge-base.ts";
import type { Kind } from "../../schemas/kinds.ts";
import { VOCABULARIES } from "../../schemas/taxonomy.ts";
import type { ReferenceTarget } from "./reference.ts";

/** The words that a reference may use. */
export interface KnownWords {
  readonly words: ReadonlySet<string>;
  /** Old ids and the current one. */
  readonly old: ReadonlyMap<string, string>;
  /** Other spellings and the word that they mean. */
  readonly spellings: ReadonlyMap<string, string>;
  /** The kind of file that defines them; a broken one of it may define any. */
  readonly kind?: Kind;
  /** Whether one file defines many of them, so that a broken file says nothing about which. */
  readonly many?: boolean;
}

/** The words of each target, gathered once. */
export function knownWords(knowledgeBase: KnowledgeBase): Readonly<Record<ReferenceTarget, KnownWords>> {
  const { look, teams, taxonomy, changeLogs, journeys, templates } = knowledgeBase;
  const people = new Set(look.person.keys());
  const team = new Set(look.team.keys());
  const terms = Object.fromEntries(
    VOCABULARIES.map((vocabulary) => [vocabulary, ofTerms(taxonomy[vocabulary])]),
  );
  return {
    service: {
      words: new Set(look.service.keys()),
      old: look.alias.service,
      spellings: NONE,
      kind: "service",
    },
    incident: {
      words: new Set(look.incident.keys()),
      old: look.alias.incident,
      spellings: NONE,
      kind: "incident",
    },
    runbook: {
      words: new Set(look.runbook.keys()),
      old: look.alias.runbook,
      spellings: NONE,
      kind: "runbook",
    },
    team: { words: team, old: look.alias.team, spellings: namesOf(teams.teams) },
    person: { words: people, old: NONE, spellings: NONE },
    owner: { words: new Set([...people, ...team]), old: look.alias.team, spellings: namesOf(teams.teams) },
    severity: ofTerms(taxonomy.severities),
    change: words(
      changeLogs.flatMap(({ data }) => data.changes.map(({ id }) => id)),
      "changes",
    ),
    journey: words(
      journeys.flatMap(({ data }) => data.journeys.map(({ id }) => id)),
      "journeys",
    ),
    template: { words: new Set(templates.map(({ id }) => id)), old: NONE, spellings: NONE, kind: "template" },
    ...(terms as Record<(typeof VOCABULARIES)[number], KnownWords>),
  };
}

const NONE: ReadonlyMap<string, string> = new Map();

function words(list: readonly string[], kind: Kind): KnownWords {
  return { words: new Set(list), old: NONE, spellings: NONE, kind, many: true };
}

function ofTerms(
  terms: readonly { readonly id: string; readonly name: string; readonly aliases: readonly string[] }[],
): KnownWords {
  const spellings = terms.flatMap(({ id, name, aliases }) =>
    [name, ...aliases].map((spelling) => [spelling, id] as const),
  );
  return { words: new Set(terms.map(({ id }) => id)), old: NONE, spellings: new Map(spellings) };
}

function namesOf(
  named: readonly { readonly id: string; readonly name: string }[],
): ReadonlyMap<string, string> {
  return new Map(named.map(({ id, name }) => [name, id]));
}
