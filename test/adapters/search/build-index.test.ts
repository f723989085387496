import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { buildSearchIndex } from "../../../src/adapters/search/build-index.ts";
import type { SearchDocument } from "../../../src/adapters/search/search-document.ts";

test("the same documents make the same bytes, whatever their order and the folder", async () => {
  const one = await indexed(documents(40));
  const two = await indexed(documents(40).reverse());
  expect(digests(join(one.folder, "pagefind"))).toEqual(digests(join(two.folder, "pagefind")));
  expect(one.digest).toBe(two.digest);
});

test("only what our own interface loads is kept", async () => {
  const { folder } = await indexed(documents(2));
  const names = readdirSync(join(folder, "pagefind")).map((name) => name.replace(/en_[0-9a-f]+/, "HASH"));
  expect(names.sort()).toEqual([
    "filter",
    "fragment",
    "index",
    "pagefind-entry.json",
    "pagefind-worker.js",
    "pagefind.HASH.pf_meta",
    "pagefind.js",
    "pages.json",
    "wasm.en.pagefind",
    "wasm.unknown.pagefind",
  ]);
});

test("every file is whole when the index is said to be built, however busy the machine", async () => {
  for (let round = 0; round < 6; round++) {
    const { folder } = await indexed(documents(30));
    const before = digests(join(folder, "pagefind"));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(digests(join(folder, "pagefind"))).toEqual(before);
  }
});

test("a fragment holds the address, title, kind, filters and further fields as they were given", async () => {
  const { folder } = await indexed([
    {
      url: "/incidents/x/",
      title: `Timeouts & "retries" <again>`,
      kind: "incident",
      html: "<p>The pool was exhausted.</p>",
      filters: { service: ["payments", "shop: web, eu"], severity: ["SEV1"] },
      meta: { date: "2026-03-14" },
    },
  ]);
  const fragments = join(folder, "pagefind/fragment");
  const [name] = readdirSync(fragments);
  const text = gunzipSync(readFileSync(join(fragments, name!))).toString("utf8");
  expect(JSON.parse(text.slice("pagefind_dcd".length))).toMatchObject({
    url: "/incidents/x/",
    content: `Timeouts & "retries" <again> The pool was exhausted.`,
    filters: { kind: ["incident"], service: ["payments", "shop: web, eu"], severity: ["SEV1"] },
    meta: { title: `Timeouts & "retries" <again>`, kind: "incident", date: "2026-03-14" },
  });
});

test("what the ranking knows of each page beforehand: its kind and how many words its title has", async () => {
  const { folder } = await indexed([
    { url: "/incidents/x/", title: "Timeouts at peak", kind: "incident", html: "", filters: {}, meta: {} },
    { url: "/runbooks/y/", title: " Restart  it ", kind: "runbook", html: "", filters: {}, meta: {} },
  ]);
  const names = readdirSync(join(folder, "pagefind/fragment")).map((name) => name.split(/[_.]/)[1]);
  const facts = JSON.parse(readFileSync(join(folder, "pagefind/pages.json"), "utf8"));
  expect(facts).toEqual({
    language: "en",
    kinds: { incident: { 3: expect.any(String) }, runbook: { 2: expect.any(String) } },
  });
  expect([facts.kinds.incident[3], facts.kinds.runbook[2]].sort()).toEqual(names.sort());
});

test("unchanged documents are not indexed again, changed ones are, and one index is kept", async () => {
  const cache = temporary();
  const first = await indexed(documents(5), cache);
  const second = await indexed(documents(5).reverse(), cache);
  const third = await indexed(documents(6), cache);
  expect([first.reused, second.reused, third.reused]).toEqual([false, true, false]);
  expect(digests(join(first.folder, "pagefind"))).toEqual(digests(join(second.folder, "pagefind")));
  expect(readdirSync(cache).sort()).toEqual([third.digest, `${third.digest}.json`]);
});

test("a kept index that somebody changed through the site, or that is not whole, is not used", async () => {
  const cache = temporary();
  const first = await indexed(documents(3), cache);
  writeFileSync(join(first.folder, "pagefind/pagefind-entry.json"), "{}");
  expect((await indexed(documents(3), cache)).reused).toBe(false);
  expect((await indexed(documents(3), cache)).reused).toBe(true);
  rmSync(join(cache, `${first.digest}.json`));
  expect((await indexed(documents(3), cache)).reused).toBe(false);
});

test("an index replaces what stood in its place", async () => {
  const folder = temporary();
  const request = { folder, language: "en" };
  await buildSearchIndex({ ...request, documents: documents(5) });
  writeFileSync(join(folder, "pagefind/old.pf_fragment"), "old");
  await buildSearchIndex({ ...request, documents: documents(1) });
  expect(readdirSync(join(folder, "pagefind"))).not.toContain("old.pf_fragment");
  expect(readdirSync(join(folder, "pagefind/fragment"))).toHaveLength(1);
});

test("a site without documents has an empty index", async () => {
  const { folder, documents: count } = await indexed([]);
  expect(count).toBe(0);
  expect(readdirSync(join(folder, "pagefind"))).toContain("pagefind.js");
});

async function indexed(documents: readonly SearchDocument[], cache?: string) {
  const folder = temporary();
  return { folder, ...(await buildSearchIndex({ documents, folder, cache, language: "en" })) };
}

function documents(count: number): SearchDocument[] {
  return Array.from({ length: count }, (_, n) => ({
    url: `/incidents/x-${n}/`,
    title: `Incident number ${n}`,
    kind: n % 2 === 0 ? "incident" : "runbook",
    html: `<p>${"The pool of connections was exhausted. ".repeat(1 + (n % 5))} canary${n} café cafe Exhausting exhaustion ÉTÉ naïve naive</p>`,
    filters: { service: n % 3 === 0 ? ["payments", "checkout"] : ["checkout"] },
    meta: { date: `2026-01-${10 + n}` },
  }));
}

function digests(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .sort()
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [
        name,
        createHash("sha256")
          .update(readFileSync(join(folder, name)))
          .digest("hex"),
      ]),
  );
}

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), "tidemark-search-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
