import type { Finding } from "../finding.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { nearest } from "../suggestion.ts";
import { allReferences } from "./references/all-references.ts";
import { type KnownWords, knownWords } from "./references/known-words.ts";
import type { Reference, ReferenceTarget } from "./references/reference.ts";

/** Fields that name something that does not exist, or by a name that it no longer has. */
export function danglingReference(knowledgeBase: KnowledgeBase): readonly Finding[] {
  const known = knownWords(knowledgeBase);
  let suggestions = MOST_SUGGESTIONS;
  return allReferences(knowledgeBase).flatMap((reference) => {
    const words = known[reference.to];
    if (words.words.has(reference.word) || mayBeBroken(knowledgeBase, words, reference.word)) return [];
    return [findingOf(reference, words, suggestions-- > 0)];
  });
}

/** Looking for the nearest word takes time; a log that names thousands of unknown things needs an import, not a spelling lesson. */
const MOST_SUGGESTIONS = 200;

const TERM = "unknown-term";

const TARGETS: Readonly<
  Record<ReferenceTarget, { readonly code: string; readonly noun: string; readonly expected: string }>
> = {
  service: { code: "unknown-service", noun: "service", expected: "the id of a file in services/" },
  incident: { code: "unknown-incident", noun: "incident", expected: "the id of a file in incidents/" },
  runbook: { code: "unknown-runbook", noun: "runbook", expected: "the id of a file in runbooks/" },
  template: { code: "unknown-template", noun: "template", expected: "the id of a file in templates/" },
  team: { code: "unknown-team", noun: "team", expected: "a team of teams.yaml" },
  person: { code: "unknown-person", noun: "handle", expected: "a handle of teams.yaml" },
  owner: { code: "unknown-owner", noun: "owner", expected: "a handle or team of teams.yaml" },
  change: { code: "unknown-change", noun: "change", expected: "the id of a change in changes/" },
  journey: { code: "unknown-journey", noun: "journey", expected: "a journey of journeys.yaml" },
  severity: { code: "unknown-severity", noun: "severity", expected: "a severity of taxonomy.yaml" },
  layers: { code: TERM, noun: "layer", expected: "a layer of taxonomy.yaml" },
  triggers: { code: TERM, noun: "trigger", expected: "a trigger of taxonomy.yaml" },
  factors: { code: TERM, noun: "factor", expected: "a factor of taxonomy.yaml" },
  detectionSources: { code: TERM, noun: "detection source", expected: "a detection source of taxonomy.yaml" },
  failureModes: { code: TERM, noun: "failure mode", expected: "a failure mode of taxonomy.yaml" },
};

function findingOf(
  { to, word, file, field }: Reference,
  { words, old, spellings }: KnownWords,
  suggest: boolean,
): Finding {
  const { code, noun, expected } = TARGETS[to];
  const spot = { file, field };
  const current = old.get(word);
  if (current !== undefined)
    return { code: "old-id", message: `Unexpected old id \`${word}\`, expected \`${current}\``, spot };
  const meant = spellings.get(word);
  const guess = suggest ? nearest(word, [...words, ...spellings.keys()]) : undefined;
  const help =
    meant !== undefined
      ? `\`${word}\` is another spelling of \`${meant}\`: write that.`
      : guess === undefined
        ? undefined
        : `Did you mean \`${spellings.get(guess) ?? guess}\`?`;
  return {
    code,
    message: `Unexpected ${noun} \`${word}\`, expected ${expected}`,
    ...(help === undefined ? {} : { help }),
    spot,
  };
}

/** Whether a file that cannot be read may define the word: then it is not called unknown. */
function mayBeBroken({ broken }: KnowledgeBase, { kind, many }: KnownWords, word: string): boolean {
  return kind !== undefined && broken.some((file) => file.kind === kind && (many || file.id === word));
}
