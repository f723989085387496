import { Buffer } from "node:buffer";
import { findLeaks } from "../../../src/adapters/publish/leak-gate.ts";
import { secretSearch } from "../../../src/adapters/publish/search-secrets.ts";
import { collectSecrets } from "../../../src/core/audience/leak-tokens.ts";

/** What no page may hold: a host, an id and a passage. */
export const HOST = "db7.canary.internal";
export const ID = "2026-03-14-hidden-outage";
export const PASSAGE = "nobody had told the night shift that the canary pool was empty";
/** The search for secrets of a small knowledge base. */
export const search = secretSearch(
  collectSecrets(
    [`<p>On ${HOST}: ${PASSAGE}.</p>`],
    ["Checkout was slow, said the one on call."],
    [ID],
    ["sam", "kim-lee"],
  ),
);

/** The leaks that a page of this text would be. */
export function leaksOf(text: string): ReturnType<typeof findLeaks> {
  return findLeaks("index.html", Buffer.from(text), search);
}
