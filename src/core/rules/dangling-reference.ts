import type { Finding } from "../finding.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { nearest } from "../suggestion.ts";
import { allReferences } from "./references/all-references.ts";
import { type KnownWords, knownWords } from "./references/known-words.ts";
import type { Reference, ReferenceTarget } from "./references/reference.ts";

/** Fields that name something that does not exist, or by a name that it no longer has. */
export function danglingReference(knowledgeBase: KnowledgeBase): readonly Finding[] {
  const known = knownWords(knowledgeBase);
  return allReferences(knowledgeBase).flatMap((reference) => {
    const words = known[reference.to];
    if (words.words.has(reference.word) || mayBeBroken(knowledgeBase, words, reference.word)) return [];
    return [findingOf(reference, words)];
  });
}

const TARGETS: Readonly<Record<ReferenceTarget, { readonly code: string; readonly noun: string }>> = {
  service: { code: "unknown-service", noun: "service" },
  incident: { code: "unknown-incident", noun: "incident" },
  runbook: { code: "unknown-runbook", noun: "runbook" },
  team: { code: "unknown-team", noun: "team" },
  person: { code: "unknown-person", noun: "handle" },
  owner: { code: "unknown-owner", noun: "owner" },
  severity: { code: "unknown-severity", noun: "severity" },
  change: { code: "unknown-change", noun: "change" },
  journey: { code: "unknown-journey", noun: "journey" },
  template: { code: "unknown-template", noun: "template" },
  layers: { code: "unknown-term", noun: "layer" },
  triggers: { code: "unknown-term", noun: "trigger" },
  factors: { code: "unknown-term", noun: "factor" },
  detectionSources: { code: "unknown-term", noun: "detection source" },
  failureModes: { code: "unknown-term", noun: "failure mode" },
};

const PLACES: Readonly<Partial<Record<ReferenceTarget, string>>> = {
  team: "a team of teams.yaml",
  person: "a handle of teams.yaml",
  owner: "a handle or team of teams.yaml",
  change: "the id of a change in changes/",
  journey: "a journey of journeys.yaml",
};

function findingOf({ to, word, file, field }: Reference, { words, old, spellings }: KnownWords): Finding {
  const { code, noun } = TARGETS[to];
  const spot = { file, field };
  const current = old.get(word);
  if (current !== undefined)
    return { code: "old-id", message: `Unexpected old id \`${word}\`, expected \`${current}\``, spot };
  const place = PLACES[to] ?? (TARGETS[to].code === "unknown-term" || to === "severity" ? `a ${noun} of taxonomy.yaml` : `a ${noun} that exists`);
  const meant = spellings.get(word);
  const guess = nearest(word, [...words, ...spellings.keys()]);
  const help =
    meant !== undefined
      ? `\`${word}\` is another spelling of \`${meant}\`: write that.`
      : guess === undefined
        ? undefined
        : `Did you mean \`${spellings.get(guess) ?? guess}\`?`;
  return { code, message: `Unexpected ${noun} \`${word}\`, expected ${place}`, ...(help === undefined ? {} : { help }), spot };
}

/** Whether a file that cannot be read may define the word: then it is not called unknown. */
function mayBeBroken({ broken }: KnowledgeBase, { kind, many }: KnownWords, word: string): boolean {
  return kind !== undefined && broken.some((file) => file.kind === kind && (many || file.id === word));
}
