import { type Hit, searchSecrets, secretSearch } from "../../src/adapters/publish/search-secrets.ts";
import { project } from "../../src/core/audience/project.ts";
import { readerOf } from "../../src/core/audience/reader.ts";
import type { KnowledgeBase } from "../../src/core/knowledge-base/knowledge-base.ts";
import type { Epoch } from "../../src/core/time.ts";
import { secretsOf } from "../gate-site.ts";

/**
 * What of words for customers the leak gate would hold back: found here before anything is written, because a build that
 * the gate refuses is the last thing that an incident needs. Nothing for words that stay inside.
 */
export function wordsThatLeak(
  knowledgeBase: KnowledgeBase,
  visibility: string | undefined,
  words: readonly (string | undefined)[],
  now: Epoch,
): Hit[] {
  const text = words.filter((word) => word !== undefined).join("\n\n");
  const reader = readerOf(knowledgeBase.site, visibility ?? "internal");
  if (!reader || reader.internal || text.trim() === "") return [];
  const projection = project(knowledgeBase, reader, now);
  const secrets = secretsOf({ knowledgeBase, projection, publicTexts: [], paths: [], clientTexts: [] });
  return searchSecrets(secretSearch(secrets), text, false);
}

/** The same in sentences. */
export function leakSentences(hits: readonly Hit[]): string[] {
  return hits.map(
    ({ token, kind }) =>
      `The words for customers hold the internal ${kind} ${JSON.stringify(token)}; the leak gate would hold back the site.`,
  );
}
