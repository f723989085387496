import { Buffer } from "node:buffer";
import { expect, test } from "vitest";
import { findLeaks } from "../../../src/adapters/publish/leak-gate.ts";
import { leaksOf, PASSAGE, search } from "./leaks-of.ts";

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
