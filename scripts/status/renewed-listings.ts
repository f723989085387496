import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { addressOf } from "../../src/core/addresses.ts";
import type { StatusFacts } from "../../src/core/views/status/status-facts.ts";
import { listingFiles, type StatusFile } from "../../src/site/status/status-site.ts";

/** The map of a whole site that stands and what language models read of it, without incidents that are gone and with new ones. */
export function renewedListings(
  standing: string,
  facts: StatusFacts,
  gone: readonly string[],
  shown: readonly string[],
): StatusFile[] {
  const file = join(standing, "sitemap.xml");
  if (!existsSync(file)) return [];
  const pageOf = (id: string) => addressOf("incident", id);
  const without = new Set(gone.map(pageOf));
  const paths = [...readFileSync(file, "utf8").matchAll(/<loc>([^<]*)<\/loc>/g)]
    .map(([, address]) => `/${address!.slice(facts.url.length)}`)
    .filter((path) => !without.has(path));
  return listingFiles(facts, [...new Set([...paths, ...shown.map(pageOf)])]);
}
