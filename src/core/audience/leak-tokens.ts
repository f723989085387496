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
 * Computes what must not leak: texts of internal facts without those of public ones. Texts are plain or HTML. The public
 * vocabulary is what stands in a site whatever its authors write: public ids and terms, the site's address, scripts and
 * styles. An id or handle that no dictionary holds (`payments-lead`, `kim7`) is a leak in public prose too; a plain word
 * that public prose holds (a colleague called May) cannot be told from it.
 */
export function collectSecrets(
  internalText: Iterable<string>,
  publicText: Iterable<string>,
  ids: Iterable<string>,
  handles: Iterable<string>,
  publicVocabulary: Iterable<string> = [],
): Secrets {
  const vocabulary = new Set(publicVocabulary);
  const publicTexts = new Set([...publicText, ...vocabulary]);
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
    const from = vocabulary.has(text) ? "vocabulary" : "prose";
    seen.read(text, from);
    if (readable !== text) seen.read(readable, from);
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

/** Where candidates stand in public texts. */
interface Places {
  readonly anywhere: Set<string>;
  readonly alone: Set<string>;
  readonly mention: Set<string>;
}

interface Seen {
  readonly vocabulary: Places;
  /** In the vocabulary or in prose. */
  readonly all: Places;
  read(text: string, from: "vocabulary" | "prose"): void;
}

function watch(candidates: readonly Candidate[]): Seen {
  const matcher = tokenMatcher(candidates.map(({ text }) => text));
  const noPlaces = (): Places => ({ anywhere: new Set(), alone: new Set(), mention: new Set() });
  const vocabulary = noPlaces();
  const all = noPlaces();
  const read: Seen["read"] = (text, from) =>
    eachToken(matcher, text, (index, start, end) => {
      for (const counts of ["anywhere", "alone", "mention"] as const) {
        if (!countsHere(text, start, end, counts)) continue;
        all[counts].add(matcher.tokens[index]!);
        if (from === "vocabulary") vocabulary[counts].add(matcher.tokens[index]!);
      }
    });
  return { vocabulary, all, read };
}

function howItCounts(
  { text, kind }: Candidate,
  { vocabulary, all }: Seen,
): SecretToken["counts"] | undefined {
  if (!isMatchable(text)) return undefined;
  if (kind === "host") return all.anywhere.has(text) ? undefined : "anywhere";
  const known = isPlainWord(text) ? all : vocabulary;
  if (kind === "handle" && (known.alone.has(text) || ORDINARY_WORDS.has(text)))
    return vocabulary.mention.has(text) || ORDINARY_WORDS.has(`@${text}`) ? undefined : "mention";
  if (known.alone.has(text) || ORDINARY_WORDS.has(text)) return undefined;
  return text.includes("-") && !known.anywhere.has(text) ? "anywhere" : "alone";
}

/** Letters alone: prose may hold it and mean something else. */
function isPlainWord(text: string): boolean {
  return /^[a-z]+$/.test(text);
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
