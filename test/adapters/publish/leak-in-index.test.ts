import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findLeaks } from "../../../src/adapters/publish/leak-gate.ts";
import { outputFiles } from "../../../src/adapters/publish/output-files.ts";
import { secretSearch } from "../../../src/adapters/publish/search-secrets.ts";
import { buildSearchIndex } from "../../../src/adapters/search/build-index.ts";
import { collectSecrets } from "../../../src/core/audience/leak-tokens.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const SENTENCE = "nobody had told the night shift that the canary pool was empty";
const search = secretSearch(
  collectSecrets([`On db7.canary.internal ${SENTENCE}`], [], ["2026-03-14-hidden-outage"], ["sam", "zebra7"]),
);

test("an index of public pages has no leak, and its own files are no false alarm", async () => {
  expect(await leaksOf("<p>The queue was full at the edge.</p>", "/incidents/2026-03-01-open/")).toEqual([]);
});

test.each([
  ["a host", "<p>on db7.canary.internal</p>", "/x/", "db7.canary.internal"],
  ["a passage", `<p>${SENTENCE}.</p>`, "/x/", "nobody had told the night shift that the"],
  ["an id in an address", "<p>x</p>", "/incidents/2026-03-14-hidden-outage/", "2026-03-14-hidden-outage"],
  ["a short handle", "<p>asked sam for help</p>", "/x/", "sam"],
])("%s that got into the index is found in its compressed parts", async (_, html, url, token) => {
  const leaks = await leaksOf(html, url);
  expect(leaks.map((leak) => leak.token)).toContain(token);
  expect(leaks.every((leak) => leak.file.startsWith("pagefind/") && leak.form.startsWith("gzip"))).toBe(true);
});

test("a handle in a filter is found in the page's fragment, in the list of words and in the filter", async () => {
  const leaks = await leaksOf("<p>zebra7</p>", "/x/", { commander: ["zebra7"] });
  const places = leaks.map((leak) => `${leak.file.split("/")[1]} ${leak.form}`);
  expect(places.sort()).toEqual(
    expect.arrayContaining(["filter gzip, cbor", "fragment gzip", "index gzip, cbor"]),
  );
});

async function leaksOf(html: string, url: string, filters: Record<string, string[]> = {}) {
  const folder = temporaryFolder();
  const documents = [{ url, title: "A page", kind: "incident", html, filters, meta: {} }];
  await buildSearchIndex({ documents, folder, language: "en" });
  return outputFiles(folder).flatMap((file) => findLeaks(file, readFileSync(join(folder, file)), search));
}
