import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { indexSite } from "../../../src/adapters/search/index-site.ts";
import type { SearchDocument } from "../../../src/adapters/search/search-document.ts";

const DOCUMENT: SearchDocument = {
  url: "/incidents/a/",
  title: "A",
  kind: "Incident",
  html: "<p>The queue was full.</p>",
  filters: {},
  meta: {},
};

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "tidemark-index-site-"));
});
afterAll(() => rmSync(home, { recursive: true }));

test("documents are made only when what they are made of has changed, and an index that somebody touched is made anew", async () => {
  let asked = 0;
  const index = (made: string) =>
    indexSite({
      folder: join(home, "site"),
      cache: join(home, "cache"),
      language: "en",
      made,
      documents: () => {
        asked += 1;
        return [DOCUMENT];
      },
    });
  const first = await index("one");
  expect(first).toMatchObject({ reused: false, documents: 1 });
  expect(await index("one")).toEqual({ ...first, reused: true });
  expect(asked).toBe(1);
  expect(await index("two")).toEqual({ ...first, reused: true });
  expect(asked).toBe(2);
  writeFileSync(join(home, "site/pagefind/pagefind-entry.json"), "{}");
  expect(await index("two")).toEqual(first);
  expect(asked).toBe(3);
});
