import { hostNames } from "./host-names.ts";
import { ORDINARY_WORDS } from "./ordinary-words.ts";
import { readableText } from "./readable-text.ts";
import { type ShingleSet, ShingleSetBuilder } from "./shingle-set.ts";
import { eachShingle } from "./shingles.ts";
import { eachToken, isMatchable, tokenMatcher } from "./token-matcher.ts";

/** What a token is. */
export type TokenKind = "id" | "handle" | "host";

/** A short text that must not be in a site. */
export interface SecretToken {
  /** In lower case. */
  readonly text: string;
  readonly kind: TokenKind;
  /**
   * Where it counts: `anywhere` between two characters that are neither letter nor digit · `alone` where no `-` or `_`
   * joins it to more · `mention` only as `@text`, because the bare word is an ordinary one.
   */
  readonly counts: "anywhere" | "alone" | "mention";
}

/** Everything of the internal facts that a site for others must not hold. */
export interface Secrets {
  readonly tokens: readonly SecretToken[];
  /** Every eight words in a row that are in internal facts and in no public ones. */
  readonly passages: ShingleSet;
  /** Ids and handles that cannot be told from public words, so nobody looks for them; for the report. */
  readonly unwatched: readonly string[];
}

/**
 * Computes what must not leak: texts of internal facts without those of public ones. Texts are plain or HTML. What is
 * shipped to readers unchanged (scripts of libraries, the site's own address) belongs to the public texts.
 */
export function collectSecrets(
  internalText: Iterable<string>,
  publicText: Iterable<string>,
  ids: Iterable<string>,
  handles: Iterable<string>,
): Secrets {
  const publicTexts = new Set(publicText);
  const internalTexts = new Set(internalText);
  const hosts = new Set<string>();
  const passages = new ShingleSetBuilder();
  for (const text of internalTexts) {
    if (publicTexts.has(text)) continue;
    const readable = readableText(text);
    for (const host of hostNames(readable)) hosts.add(host);
    eachShingle(readable, (high, low) => passages.add(high, low));
  }
  const candidates = candidatesOf(ids, handles, hosts);
  const seen = watch(candidates.filter(({ text }) => isMatchable(text)));
  for (const text of publicTexts) {
    const readable = readableText(text);
    if (!passages.isEmpty) eachShingle(readable, (high, low) => passages.remove(high, low));
    seen.read(text);
    if (readable !== text) seen.read(readable);
  }
  const judged = candidates.map((candidate) => ({ candidate, counts: howItCounts(candidate, seen) }));
  return {
    tokens: judged.flatMap(({ candidate, counts }) => (counts ? [{ ...candidate, counts }] : [])),
    passages: passages.done(),
    unwatched: judged
      .filter(({ candidate, counts }) => !counts && candidate.kind !== "host")
      .map(({ candidate }) => candidate.text),
  };
}

type Candidate = Pick<SecretToken, "text" | "kind">;

function candidatesOf(
  ids: Iterable<string>,
  handles: Iterable<string>,
  hosts: Iterable<string>,
): Candidate[] {
  const byText = new Map<string, Candidate>();
  const add = (kind: TokenKind, texts: Iterable<string>): void => {
    for (const text of texts) {
      const lower = text.replace(/^@/, "").toLowerCase();
      if (lower !== "" && !byText.has(lower)) byText.set(lower, { text: lower, kind });
    }
  };
  add("id", ids);
  add("handle", handles);
  add("host", hosts);
  return [...byText.values()].sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
}

/** How a candidate stands in public texts. */
interface Seen {
  readonly anywhere: ReadonlySet<string>;
  readonly alone: ReadonlySet<string>;
  readonly mention: ReadonlySet<string>;
  read(text: string): void;
}

function watch(candidates: readonly Candidate[]): Seen {
  const matcher = tokenMatcher(candidates.map(({ text }) => text));
  const anywhere = new Set<string>();
  const alone = new Set<string>();
  const mention = new Set<string>();
  const read = (text: string): void =>
    eachToken(matcher, text, (index, start, end) => {
      const token = matcher.tokens[index]!;
      if (countsHere(text, start, end, "anywhere")) anywhere.add(token);
      if (countsHere(text, start, end, "alone")) alone.add(token);
      if (countsHere(text, start, end, "mention")) mention.add(token);
    });
  return { anywhere, alone, mention, read };
}

function howItCounts({ text, kind }: Candidate, seen: Seen): SecretToken["counts"] | undefined {
  if (!isMatchable(text)) return undefined;
  if (kind === "host") return seen.anywhere.has(text) ? undefined : "anywhere";
  if (kind === "handle" && (seen.alone.has(text) || ORDINARY_WORDS.has(text)))
    return seen.mention.has(text) || ORDINARY_WORDS.has(`@${text}`) ? undefined : "mention";
  if (seen.alone.has(text) || ORDINARY_WORDS.has(text)) return undefined;
  return text.includes("-") && !seen.anywhere.has(text) ? "anywhere" : "alone";
}

/** Whether an occurrence is one of the token and not of a longer word around it. */
export function countsHere(text: string, start: number, end: number, counts: SecretToken["counts"]): boolean {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  if (isWordCharacter(before) || isWordCharacter(after)) return false;
  if (counts === "anywhere") return true;
  if (isJoiner(before) || isJoiner(after)) return false;
  return counts === "alone" || (before === 64 && !isWordCharacter(text.charCodeAt(start - 2)));
}

function isWordCharacter(code: number): boolean {
  return (code >= 48 && code <= 57) || ((code | 32) >= 97 && (code | 32) <= 122);
}

function isJoiner(code: number): boolean {
  return code === 45 || code === 95;
}
