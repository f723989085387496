import { countsHere, type Secrets } from "../../core/audience/leak-tokens.ts";
import { hasShingle } from "../../core/audience/shingle-set.ts";
import { eachShingle, SHINGLE_WORDS } from "../../core/audience/shingles.ts";
import { eachToken, type TokenMatcher, tokenMatcher } from "../../core/audience/token-matcher.ts";
import type { Leak } from "./leak.ts";

/** Secrets made ready to be looked for in many texts. */
export interface SecretSearch {
  readonly secrets: Secrets;
  readonly matcher: TokenMatcher;
}

/** What was found in one text. */
export type Hit = Pick<Leak, "token" | "kind">;

/** In bytes that are no text, a token shorter than this needs readable characters around it. */
const SHORT = 6;
const READABLE_RUN = 12;

/** Prepares a search. */
export function secretSearch(secrets: Secrets): SecretSearch {
  return { secrets, matcher: tokenMatcher(secrets.tokens.map(({ text }) => text)) };
}

/**
 * Everything secret in a text, each token once and each passage by its first eight words. In `noise` (compressed or
 * drawn bytes read as letters) chance makes short tokens, so those count only inside something readable.
 */
export function searchSecrets(search: SecretSearch, text: string, noise: boolean, passages = true): Hit[] {
  const plain = plainCharacters(text);
  const hits = new Map<string, Hit>();
  eachToken(search.matcher, plain, (index, start, end) => {
    const token = search.secrets.tokens[index]!;
    if (hits.has(token.text) || !countsHere(plain, start, end, token.counts)) return;
    if (noise && end - start < SHORT && !isReadableAround(plain, start, end)) return;
    hits.set(token.text, { token: token.text, kind: token.kind });
  });
  if (passages && search.secrets.passages.size > 0) findPassages(search, plain, hits);
  return [...hits.values()];
}

function findPassages({ secrets }: SecretSearch, text: string, hits: Map<string, Hit>): void {
  let coveredTo = -1;
  eachShingle(text, (high, low, start, end) => {
    if (!hasShingle(secrets.passages, high, low)) return;
    if (start > coveredTo) {
      const words =
        text
          .slice(start, end)
          .toLowerCase()
          .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
      const token = words.slice(0, SHINGLE_WORDS).join(" ");
      hits.set(token, { token, kind: "passage" });
    }
    coveredTo = end;
  });
}

/** Typographic hyphens become `-`, invisible characters go. */
function plainCharacters(text: string): string {
  if (!/[\u00AD\u200B-\u200D\u2010-\u2015\u2060\u2212\uFEFF]/.test(text)) return text;
  return text.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, "").replace(/[\u2010-\u2015\u2212]/g, "-");
}

function isReadableAround(text: string, start: number, end: number): boolean {
  let from = start;
  let to = end;
  while (from > 0 && to - from < READABLE_RUN && isReadable(text.charCodeAt(from - 1))) from -= 1;
  while (to < text.length && to - from < READABLE_RUN && isReadable(text.charCodeAt(to))) to += 1;
  return to - from >= READABLE_RUN;
}

function isReadable(code: number): boolean {
  return code >= 32 && code < 127;
}
