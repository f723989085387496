import { Buffer } from "node:buffer";
import {
  brotliCompressSync,
  crc32,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { findLeaks } from "../../../src/adapters/publish/leak-gate.ts";
import { secretSearch } from "../../../src/adapters/publish/search-secrets.ts";
import { collectSecrets } from "../../../src/core/audience/leak-tokens.ts";

const HOST = "db7.canary.internal";
const ID = "2026-03-14-hidden-outage";
const PASSAGE = "nobody had told the night shift that the canary pool was empty";
const search = secretSearch(
  collectSecrets(
    [`<p>On ${HOST}: ${PASSAGE}.</p>`],
    ["Checkout was slow, said the one on call."],
    [ID],
    ["sam", "kim-lee"],
  ),
);

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

test.each([
  ["tEXt", Buffer.from(`Author\0sam`, "latin1")],
  ["zTXt", Buffer.concat([Buffer.from("Comment\0\0"), deflateSync("taken by sam")])],
  ["iTXt", Buffer.concat([Buffer.from("Comment\0\x01\0en\0\0"), deflateSync("taken by sam")])],
  [
    "iTXt",
    Buffer.concat([
      Buffer.from("XML:com.adobe.xmp\0\0\0\0\0"),
      Buffer.from("<x:xmpmeta><dc:creator>sam</dc:creator>"),
    ]),
  ],
  ["eXIf", Buffer.concat([Buffer.from("MM\0*\0\0\0\x08"), Buffer.from("sam\0")])],
])("a short handle is found in the %s part of a PNG", (type, data) => {
  const picture = png([
    [type, data],
    ["IDAT", deflateSync(Buffer.alloc(300, 7))],
  ]);
  expect(findLeaks("a.png", picture, search)).toEqual([
    expect.objectContaining({ token: "sam", kind: "handle" }),
  ]);
});

test("a short handle is found in the metadata of JPEG, WebP and GIF", () => {
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, 12]), Buffer.from("Exif\0\0sam\0")]);
  const jpeg = Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment,
    Buffer.from([0xff, 0xda, 0, 2, 1, 2, 0xff, 0xd9]),
  ]);
  const chunk = Buffer.concat([Buffer.from("EXIF\x04\0\0\0"), Buffer.from("sam\0")]);
  const webp = Buffer.concat([Buffer.from("RIFF\x14\0\0\0WEBP"), chunk, Buffer.from([0x80])]);
  const gif = Buffer.concat([
    Buffer.from("GIF89a\x01\0\x01\0\x80\0\0"),
    Buffer.from([0x21, 0xfe, 3]),
    Buffer.from("sam\0;\xff", "latin1"),
  ]);
  for (const picture of [jpeg, webp, gif])
    expect(findLeaks("a.bin", picture, search).map(({ token }) => token)).toEqual(["sam"]);
});

test("three letters that chance puts into pixels are no handle, a host in them is one", () => {
  const chance = Buffer.concat([
    Buffer.from([0xff, 0x80, 0x81]),
    Buffer.from(" sam "),
    Buffer.from([0xfe, 0x90]),
  ]);
  expect(findLeaks("a.bin", chance, search)).toEqual([]);
  expect(
    findLeaks("a.bin", Buffer.concat([chance, Buffer.from(HOST), chance]), search).map(({ token }) => token),
  ).toEqual([HOST]);
});

test("names of files and folders are looked at too", () => {
  expect(findLeaks(`${ID}/index.html`, Buffer.from(""), search)).toEqual([
    { file: `${ID}/index.html`, form: "name", token: ID, kind: "id" },
  ]);
  expect(findLeaks("a/db7%2Ecanary.internal.txt", Buffer.from(""), search)[0]?.form).toBe("name, percent");
});

test.each([
  ["as text", `<p>${PASSAGE}</p>`],
  [
    "with markup between and within words",
    `<p>Nobody had <em>told</em> the<br>night shift, that the <a href="/x">ca<b>n</b>ary</a> pool was empty`,
  ],
  ["in capitals and other punctuation", PASSAGE.toUpperCase().replaceAll(" ", " … ")],
  ["in an attribute", `<meta content="${PASSAGE}">`],
  ["in a comment", `<!--${PASSAGE}-->`],
  ["in a tag that is none", `<${PASSAGE}>`],
  ["in a script", `<script>const a = "${PASSAGE}";</script>`],
  ["in JSON", `{"a":"<p>${PASSAGE.replaceAll(" ", "\\n")}</p>"}`],
  ["in percent form", encodeURIComponent(PASSAGE)],
  ["with plus signs", PASSAGE.replaceAll(" ", "+")],
  ["in base64", btoa(PASSAGE)],
  ["a part of it", `words before ${PASSAGE.split(" ").slice(3, 11).join(" ")} words after`],
])("a passage is found %s", (_, text) => {
  const leaks = leaksOf(`<p>An innocent page.</p> ${text} <p>It goes on.</p>`);
  expect(leaks.map(({ kind }) => kind)).toEqual(["passage"]);
});

test("a passage is found in Latin-1 and in UTF-16", () => {
  const latin = Buffer.concat([Buffer.from([0xe9, 0x20]), Buffer.from(PASSAGE)]);
  for (const bytes of [latin, Buffer.from(PASSAGE, "utf16le")])
    expect(findLeaks("a.txt", bytes, search).map(({ kind }) => kind)).toContain("passage");
});

test("seven words in a row are no passage", () => {
  expect(leaksOf(PASSAGE.split(" ").slice(0, 7).join(" "))).toEqual([]);
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

function leaksOf(text: string): ReturnType<typeof findLeaks> {
  return findLeaks("index.html", Buffer.from(text), search);
}

function png(chunks: readonly (readonly [string, Uint8Array])[]): Buffer {
  const parts = [...chunks, ["IEND", Buffer.alloc(0)] as const].map(([type, data]) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  });
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...parts]);
}
