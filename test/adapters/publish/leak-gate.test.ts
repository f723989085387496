import { Buffer } from "node:buffer";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { findLeaks } from "../../../src/adapters/publish/leak-gate.ts";
import { HOST, ID, leaksOf, search } from "./leaks-of.ts";

test("a page of public facts alone has no leak", () => {
  const page = `<!doctype html><p class="same samba">Checkout was slow, said the one on call.</p> Nobody had told the day shift that
    the canary pool was full. jim-lee kim-lees db7.canary.internally my-sam 2026-03-14-hidden-outages`;
  expect(leaksOf(page)).toEqual([]);
});

test.each([
  ["raw", HOST],
  ["raw, in capitals", HOST.toUpperCase()],
  ["raw, as an address", `https://${HOST}:8443/x`],
  ["raw, as a subdomain", `a.${HOST}`],
  ["raw, in an anchor", `id="incident-${ID}-start"`],
  ["with hyphens of a typesetter", ID.replaceAll("-", "\u2011")],
  ["with soft hyphens", HOST.replace("canary", "ca\u00ADna\u200Bry")],
  ["in attributes", `<p data-by="sam">`],
  ["as a mention", "asked @kim-lee, who"],
  ["in a comment", `<!-- ${HOST} -->`],
  ["split by markup", "db7<span>.</span><b>canary</b>.inter<wbr>nal"],
  ["in references", [...HOST].map((c) => `&#${c.charCodeAt(0)};`).join("")],
  [
    "in hexadecimal references of an attribute",
    `<a title="${[...HOST].map((c) => `&#x${c.charCodeAt(0).toString(16)};`).join("")} x">`,
  ],
  ["with named references", "db7&period;canary&period;internal"],
  ["in percent form", [...HOST].map((c) => `%${c.charCodeAt(0).toString(16)}`).join("")],
  ["with percent dots", HOST.replaceAll(".", "%2E")],
  ["in JSON escapes", [...HOST].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")],
  ["in script escapes", HOST.replace("c", "\\x63")],
  ["in base64", btoa(`host: ${HOST}`)],
  ["in base64 with text in front", `x/abc${btoa(`the host is ${HOST} and no other`)}`],
  ["in base64 of addresses", Buffer.from(`???>>>${HOST}???`).toString("base64url")],
  [
    "in base64 over several lines",
    (btoa(`${"-".repeat(50)}${HOST}${"-".repeat(80)}`).match(/.{1,76}/g) ?? []).join("\r\n"),
  ],
  ["in a data address", `<img src="data:image/svg+xml;base64,${btoa(`<svg><desc>${HOST}</desc></svg>`)}">`],
  ["in base64 of JSON escapes", btoa(`{"a":"${HOST.replace("d", "\\u0064")}"}`)],
  ["in base64 of gzip", gzipSync(`a page about ${HOST}`).toString("base64")],
  ["in base64 of UTF-16", Buffer.from(HOST, "utf16le").toString("base64")],
  ["in percent form of base64", encodeURIComponent(btoa(`~~~~~~${HOST}>>>>`))],
  [
    "in JSON in an attribute",
    `<x-a props="{&quot;host&quot;:[0,&quot;${HOST.replace("c", "\\u0063")}&quot;]}">`,
  ],
])("a token is found %s", (_, text) => {
  expect(leaksOf(`<p>An innocent page.</p> ${text} <p>It goes on.</p>`)).not.toEqual([]);
});

test.each([
  ["gzip", gzipSync(HOST), "gzip"],
  ["gzip twice", gzipSync(gzipSync(HOST)), "gzip, gzip"],
  ["a cut gzip", gzipSync(`${HOST} and more`).subarray(0, -6), "gzip"],
  ["zlib", deflateSync(HOST), "zlib"],
  [
    "zstd",
    zstdCompressSync(`${Array.from({ length: 400 }, (_, n) => (n * n).toString(36)).join(" ")} ${HOST}`),
    "zstd",
  ],
  ["UTF-16, little end first", Buffer.from(`\uFEFF${HOST}`, "utf16le"), "utf-16"],
  ["UTF-16, big end first", Buffer.from(`\uFEFF${HOST}`, "utf16le").swap16(), "utf-16"],
  ["UTF-16 without a mark", Buffer.from(`—${HOST}`, "utf16le").subarray(2), "utf-16"],
  [
    "UTF-16 inside other bytes",
    Buffer.concat([Buffer.from([255, 1, 0, 7]), Buffer.from(HOST, "utf16le").swap16()]),
    "utf-16",
  ],
  ["Latin-1", Buffer.from(`caf\xe9 ${HOST}`, "latin1"), "raw"],
  ["a fragment of a search index", gzipSync(`pagefind_dcd{"url":"/","content":"about ${HOST}"}`), "gzip"],
])("a token is found in %s", (_, bytes, form) => {
  expect(findLeaks("file.bin", bytes, search)).toEqual([
    { file: "file.bin", form, token: HOST, kind: "host" },
  ]);
});

test("a token is found in Brotli and raw deflate, known by the ending of the name", () => {
  expect(findLeaks("index.html.br", brotliCompressSync(HOST), search)[0]?.form).toBe("brotli");
  expect(findLeaks("index.deflate", deflateRawSync(HOST), search)[0]?.form).toBe("deflate");
});

test("a word in the list of a search index is found although its length stands in front of it as a letter", () => {
  const words = ["checkout", "sam", "slow"].map((word) => [0x60 + word.length, ...Buffer.from(word)]);
  const index = Buffer.concat([
    Buffer.from("pagefind_dcd"),
    Buffer.from([0x81, 0x83, ...words.flat()]),
    Buffer.from([0x18, 200]),
  ]);
  expect(findLeaks("pagefind/en.pf_index", gzipSync(index), search)).toEqual([
    { file: "pagefind/en.pf_index", form: "gzip, cbor", token: "sam", kind: "handle" },
  ]);
});

test("names of files and folders are looked at too", () => {
  expect(findLeaks(`${ID}/index.html`, Buffer.from(""), search)).toEqual([
    { file: `${ID}/index.html`, form: "name", token: ID, kind: "id" },
  ]);
  expect(findLeaks("a/db7%2Ecanary.internal.txt", Buffer.from(""), search)[0]?.form).toBe("name, percent");
});

test("a file that would expand without end is said to be unreadable", () => {
  const bomb = gzipSync(Buffer.alloc((1 << 28) + 1), { level: 1 });
  expect(findLeaks("a.gz", bomb, search)).toEqual([
    { file: "a.gz", form: "raw", token: "expands beyond 256 MB", kind: "unreadable" },
  ]);
});

test("a host survives any nesting of the encodings three deep", () => {
  const layers = [
    (text: string): string => encodeURIComponent(text),
    (text: string): string => `{"a":${JSON.stringify(text).replaceAll("c", "\\u0063")}}`,
    (text: string): string =>
      `<p title="x ${text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("c", "&#99;")}">`,
    (text: string): string => btoa(`text/${text}/text`),
    (text: string): string => gzipSync(text).toString("base64"),
    (text: string): string => Buffer.from(text, "utf16le").toString("base64"),
  ];
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(layers.length - 1), { minLength: 1, maxLength: 3 }), (chosen) => {
      // Each form is undone once on the way in, as each is met in practice; percent signs in one run stay one form.
      const hidden = chosen.reduce((text, layer) => layers[layer]!(text), `host ${HOST} `);
      expect(leaksOf(`before ${hidden} after`).map(({ token }) => token)).toContain(HOST);
    }),
    { numRuns: 200 },
  );
});

test("bytes of chance and texts of any kind neither stop the gate nor leak", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 400 }),
        fc.string({ unit: "binary" }).map((text) => Buffer.from(text)),
      ),
      (bytes) => {
        expect(findLeaks("a.bin", bytes, search)).toEqual([]);
      },
    ),
    { numRuns: 1000 },
  );
});
