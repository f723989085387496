import { readdirSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, inflateSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { makeContentFolder } from "../support/content-folder.ts";
import { runBuild } from "../support/run-tidemark.ts";
import { CANARIES, CANARY_FILES, CONTROLS } from "./canary-content.ts";

const folder = makeContentFolder(CANARY_FILES);
afterAll(() => rmSync(folder.root, { recursive: true, force: true }));

test("of sixty words for colleagues none is in any byte of the public site, in any form; each public one is", async () => {
  expect(CANARIES.size).toBeGreaterThanOrEqual(60);
  const run = await runBuild(folder, "public");
  expect(run).toMatchObject({ code: 0, stderr: "" });
  const out = realpathSync(run.out);
  const names = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(out, name)).isFile(),
  );
  const forms = names.flatMap((name) => [name, ...formsOf(readFileSync(join(out, name)))]).join("\n");
  const found = (word: string) => forms.includes(word) || inBase64(forms, word);
  expect([...CONTROLS].filter(([, word]) => !found(word)).map(([place]) => place)).toEqual([]);
  expect([...CANARIES].filter(([, word]) => found(word)).map(([place]) => place)).toEqual([]);
});

test("ids in the API, the feeds and the map of the site are those of public pages", async () => {
  const out = realpathSync(join(folder.root, "out", "public"));
  const read = (path: string) => readFileSync(join(out, path), "utf8");
  const incidents = readdirSync(join(out, "incidents"), { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .map(({ name }) => name);
  const shown = JSON.parse(read("api/v2/incidents.json")).incidents.map(
    ({ shortlink }: { shortlink: string }) => shortlink.split("/").at(-2),
  );
  expect(shown).toEqual(["2026-03-14-checkout-timeouts"]);
  expect(incidents).toEqual(expect.arrayContaining(shown));
  const mapped = [...read("sitemap.xml").matchAll(/\/incidents\/([^/<]+)\//g)].map(([, id]) => id);
  expect(mapped).toEqual(incidents);
  const links = [...read("history.atom").matchAll(/\/incidents\/([^/"<]+)\//g)].map(([, id]) => id);
  expect(incidents).toEqual(expect.arrayContaining(links));
  // An inner incident and inner work touch the component; the state that customers see knows nothing of either.
  expect(JSON.parse(read("api/v2/status.json")).status.indicator).toBe("none");
});

/** A file as text in every form that words hide in: as it is, unpacked, in UTF-16, in references, folded lines joined. */
function formsOf(bytes: Buffer): string[] {
  const unpacked = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  const plain = unpacked.toString("latin1").toLowerCase();
  const streams = [...plain.matchAll(/idat/g)].flatMap(({ index }) => {
    try {
      return [
        inflateSync(unpacked.subarray(index + 4))
          .toString("latin1")
          .toLowerCase(),
      ];
    } catch {
      return [];
    }
  });
  return [
    plain,
    ...streams,
    unpacked.toString("utf16le").toLowerCase(),
    unpacked.subarray(1).toString("utf16le").toLowerCase(),
    plain.replace(/&#x([0-9a-f]+);/g, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16))),
    plain.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))),
    plain.replace(/\r?\n[ \t]/g, ""),
    plain.replace(/<[^>]*>/g, ""),
    plain.replace(/%([0-9a-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
  ];
}

/** Whether a word stands in base64, at any of the three offsets. */
function inBase64(text: string, word: string): boolean {
  return [0, 1, 2].some((offset) => {
    const coded = Buffer.from(" ".repeat(offset) + word).toString("base64");
    return text.includes(coded.slice(offset === 0 ? 0 : 4, -4).toLowerCase());
  });
}
