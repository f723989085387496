import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { didYouMean } from "../suggestion.ts";
import { instantProblem } from "../time.ts";
import type { DraftProblem } from "./draft.ts";

/** A word of a closed list with other spellings of it. */
interface Word {
  readonly id: string;
  readonly spellings: readonly string[];
}

/** The words that a wish may use, each list as the knowledge base has it. */
export type WordList =
  | "severity"
  | "service"
  | "team"
  | "incident"
  | "visibility"
  | "detection source"
  | "trigger"
  | "person"
  | "owner";

/** The ids of a list, for questions and suggestions. */
export function wordsOf(knowledgeBase: KnowledgeBase, list: WordList): readonly string[] {
  return entriesOf(knowledgeBase, list).map(({ id }) => id);
}

/** Reads wishes against the knowledge base, and gathers what cannot be. */
export class WishReader {
  readonly problems: DraftProblem[] = [];
  readonly #knowledgeBase: KnowledgeBase;

  constructor(knowledgeBase: KnowledgeBase) {
    this.#knowledgeBase = knowledgeBase;
  }

  /** The id of a word, by whichever spelling; a problem where there is none. */
  word<W extends string | undefined>(wish: string, list: WordList, word: W): W {
    if (word === undefined) return word;
    const known = entriesOf(this.#knowledgeBase, list);
    const same = (spelling: string) => spelling.toLowerCase() === word.toLowerCase();
    const found =
      known.find(({ id }) => id === word) ?? known.find(({ id, spellings }) => [id, ...spellings].some(same));
    if (found) return found.id as W;
    const ids = known.map(({ id }) => id);
    const help =
      didYouMean(word, ids) ??
      (ids.length > 0 && ids.length <= 20 ? `Expected one of ${ids.join(", ")}.` : undefined);
    this.refuse(wish, `Unexpected ${list} \`${word}\``, help);
    return word;
  }

  words(wish: string, list: WordList, words: readonly string[] = []): string[] {
    return [...new Set(words.map((word) => this.word(wish, list, word)))];
  }

  instant<I extends string | undefined>(wish: string, instant: I): I {
    const problem = instant === undefined ? undefined : instantProblem(instant);
    if (problem) this.refuse(wish, `Unexpected ${wish} \`${instant}\`: it ${problem}`);
    return instant;
  }

  /** A line of text that must be there. */
  line(wish: string, text: string | undefined): string {
    const line = (text ?? "").replace(/\s+/g, " ").trim();
    if (line === "")
      this.refuse(wish, `Expected ${/^[aeio]/.test(wish) ? "an" : "a"} ${wish}, found nothing`);
    if (line.length > 300)
      this.refuse(wish, `Unexpected ${wish} of ${line.length} characters, expected at most 300`);
    return line;
  }

  refuse(wish: string, message: string, help?: string): void {
    this.problems.push({ wish, message, ...(help === undefined ? {} : { help }) });
  }
}

function entriesOf(
  { taxonomy, teams, services, incidents, site, look }: KnowledgeBase,
  list: WordList,
): Word[] {
  const spelled = (terms: readonly { id: string; name: string; aliases: readonly string[] }[]) =>
    terms.map(({ id, name, aliases }) => ({ id, spellings: [name, ...aliases] }));
  const plain = (ids: Iterable<string>) => [...ids].map((id) => ({ id, spellings: [] }));
  const teamWords = () => teams.teams.map(({ id, name, aliases }) => ({ id, spellings: [name, ...aliases] }));
  switch (list) {
    case "severity":
      return spelled(taxonomy.severities);
    case "detection source":
      return spelled(taxonomy.detectionSources);
    case "trigger":
      return spelled(taxonomy.triggers);
    case "service":
      return services.map(({ id, data }) => ({ id, spellings: [data.title, ...data.aliases] }));
    case "team":
      return teamWords();
    case "person":
      return plain(look.person.keys());
    case "owner":
      return [...teamWords(), ...plain(look.person.keys())];
    case "incident":
      return incidents.map(({ id, data }) => ({ id, spellings: data.aliases }));
    case "visibility":
      return plain(["internal", "public", "restricted", ...site.audiences.map(({ id }) => id)]);
  }
}
