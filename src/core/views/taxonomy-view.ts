import { addressOfTerm, VOCABULARY_FOLDERS } from "../addresses.ts";
import type { Entry } from "../knowledge-base/knowledge-base.ts";
import type { Incident } from "../schemas/incident.ts";
import { VOCABULARIES } from "../schemas/taxonomy.ts";
import { factorsOf } from "../taxonomy/factors-of.ts";
import { lengthWords } from "../words/length-words.ts";
import { type IncidentRow, incidentRow, newestFirst } from "./incident-row.ts";
import type { Shown } from "./shown.ts";
import { href, type ViewContext, VOCABULARY_NAMES } from "./view-context.ts";

/** A vocabulary as the site names it. */
export type VocabularyName = keyof typeof VOCABULARY_FOLDERS;

/** One vocabulary with its terms and how often each was used. */
export interface VocabularyView {
  readonly title: string;
  readonly url: string;
  readonly terms: readonly {
    readonly term: Shown;
    readonly description: string;
    readonly incidents: number;
  }[];
}

/** The page of all vocabularies. */
export interface TaxonomyView {
  readonly vocabularies: readonly VocabularyView[];
}

/** The page of one term. */
export interface TermView {
  readonly vocabulary: Shown;
  readonly term: Shown;
  readonly description: string;
  readonly aliases: readonly string[];
  readonly criteria: readonly string[];
  /** What follows from a severity, in words. */
  readonly policy: readonly { readonly name: string; readonly value: string }[];
  readonly incidents: readonly IncidentRow[];
}

/** The vocabularies in the order of the site. */
export const VOCABULARY_ORDER: readonly VocabularyName[] = ["severities", ...VOCABULARIES];

/** Incidents by vocabulary and term, made once for all pages. */
export type TermUses = ReadonlyMap<VocabularyName, ReadonlyMap<string, readonly Entry<"incident">[]>>;

/** Which incidents use which term. */
export function termUses(context: ViewContext): TermUses {
  const incidents = newestFirst(context.projection.incidents);
  return new Map(
    VOCABULARY_ORDER.map((vocabulary) => {
      const terms = context.projection.taxonomy[vocabulary] as readonly {
        id: string;
        aliases: readonly string[];
      }[];
      const idOf = new Map(
        terms.flatMap(({ id, aliases }) => [id, ...aliases].map((word) => [word, id] as const)),
      );
      const uses = new Map<string, Entry<"incident">[]>();
      for (const incident of incidents)
        for (const id of new Set(wordsOf(vocabulary, incident.data).map((word) => idOf.get(word) ?? word))) {
          const list = uses.get(id);
          if (list) list.push(incident);
          else uses.set(id, [incident]);
        }
      return [vocabulary, uses] as const;
    }),
  );
}

/** The page of one vocabulary. */
export function vocabularyView(
  context: ViewContext,
  vocabulary: VocabularyName,
  uses: TermUses,
): VocabularyView {
  const terms = context.projection.taxonomy[vocabulary] as readonly {
    id: string;
    name: string;
    description: string;
  }[];
  return {
    title: VOCABULARY_NAMES[vocabulary],
    url: href(context, `/taxonomy/${VOCABULARY_FOLDERS[vocabulary]}/`),
    terms: terms.map(({ id, name, description }) => ({
      term: {
        id,
        title: vocabulary === "severities" ? `${id} · ${name}` : name,
        url: href(context, addressOfTerm(vocabulary, id)),
      },
      description,
      incidents: uses.get(vocabulary)?.get(id)?.length ?? 0,
    })),
  };
}

/** The page of one term. */
export function termView(
  context: ViewContext,
  vocabulary: VocabularyName,
  id: string,
  uses: TermUses,
): TermView {
  const { taxonomy } = context.projection;
  const term = (
    taxonomy[vocabulary] as readonly {
      id: string;
      name: string;
      description: string;
      aliases: readonly string[];
    }[]
  ).find((each) => each.id === id)!;
  const severity =
    vocabulary === "severities" ? taxonomy.severities.find((each) => each.id === id) : undefined;
  return {
    vocabulary: {
      id: vocabulary,
      title: VOCABULARY_NAMES[vocabulary],
      url: href(context, `/taxonomy/${VOCABULARY_FOLDERS[vocabulary]}/`),
    },
    term: { id, title: severity === undefined ? term.name : `${id} · ${term.name}` },
    description: term.description,
    aliases: term.aliases,
    criteria: severity?.criteria ?? [],
    policy: severity === undefined ? [] : policyOf(severity),
    incidents: (uses.get(vocabulary)?.get(id) ?? []).map((incident) => incidentRow(context, incident)),
  };
}

function policyOf(severity: ViewContext["projection"]["taxonomy"]["severities"][number]): TermView["policy"] {
  const { postmortem, targets, updateEvery, actionItems } = severity;
  const rows: [string, string | undefined][] = [
    ["Customers are told something every", updateEvery],
    ["Postmortem", postmortem.required ? "required" : "optional"],
    ["Draft within", postmortem.draftWithin],
    ["Final within", postmortem.finalWithin],
    ["Target time to detect", targets.detect],
    ["Target time to acknowledge", targets.acknowledge],
    ["Target time to mitigate", targets.mitigate],
    ["Target time to restore", targets.restore],
    ["Action items, high priority, within", actionItems.high],
    ["Action items, medium priority, within", actionItems.medium],
    ["Action items, low priority, within", actionItems.low],
  ];
  return rows.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value: lengthWords(value) }]));
}

function wordsOf(vocabulary: VocabularyName, incident: Incident): string[] {
  switch (vocabulary) {
    case "severities":
      return [incident.severity.final ?? incident.severity.peak];
    case "layers":
      return incident.layers;
    case "triggers":
      return incident.trigger === undefined ? [] : [incident.trigger];
    case "factors":
      return factorsOf(incident);
    case "detectionSources":
      return incident.detection === undefined ? [] : [incident.detection.source];
    case "failureModes":
      return incident.failureModes;
  }
}
