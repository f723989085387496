import { type Input, rawRunbook, runbook, runbookText } from "../input.ts";

const utf16 = Buffer.from(runbookText("Text."), "utf16le");

/** Files that are not even text of ours. */
export const fileInputs: readonly Input[] = [
  rawRunbook("empty file", "", "1:1 file-empty"),
  rawRunbook("only spaces and line ends", " \n\r\n\t\n", "1:1 file-empty"),
  rawRunbook("only a byte-order mark", "\ufeff", "1:1 file-empty"),
  rawRunbook("invalid UTF-8", Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe, 0x0a]), "2:1 file-encoding"),
  rawRunbook(
    "an overlong UTF-8 sequence",
    Buffer.concat([Buffer.from(runbookText("Text.")), Buffer.from([0xc0, 0xaf])]),
    "9:1 file-encoding",
  ),
  rawRunbook(
    "a surrogate in UTF-8",
    Buffer.concat([Buffer.from(runbookText("Text.")), Buffer.from([0xed, 0xa0, 0x80])]),
    "9:1 file-encoding",
  ),
  rawRunbook("UTF-16 with a mark", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), "1:1 file-encoding"),
  rawRunbook("UTF-16 without a mark", utf16, "1:2 file-encoding Unexpected control character U+0000"),
  rawRunbook("a NUL", runbookText("a\n\nb\u0000c"), "10:2 file-encoding Unexpected control character U+0000"),
  rawRunbook("U+000B", runbookText("a\u000bb"), "8:2 file-encoding Unexpected control character U+000B"),
  rawRunbook(
    "an escape sequence",
    runbookText("\u001b[2Jx"),
    "8:1 file-encoding Unexpected control character U+001B",
  ),
  rawRunbook("a byte-order mark before valid text", `\ufeff${runbookText("Text.")}`),
  rawRunbook("a byte-order mark before a problem", `\ufeff${runbookText("a\n\n<b>x</b>")}`, "10:1 mdx-html"),
  rawRunbook("CRLF in valid text", runbookText("Text.\n\nMore.").replaceAll("\n", "\r\n")),
  rawRunbook("CRLF before a problem", runbookText("a\n\n<b>x</b>").replaceAll("\n", "\r\n"), "10:1 mdx-html"),
  rawRunbook(
    "CRLF before a problem in a field",
    runbookText("a").replace("how: dry-run", "how: wish").replaceAll("\n", "\r\n"),
    "5:43 unknown-value",
  ),
  rawRunbook("single CR as line end", runbookText("a\n\n<b>x</b>").replaceAll("\n", "\r"), "10:1 mdx-html"),
  rawRunbook(
    "an over-large document",
    runbookText("Words and more words.\n".repeat(26_000)),
    "- file-too-large Unexpected file of 559 KiB, expected at most 512 KiB",
  ),
  rawRunbook("a line that is too long", runbookText(`a\n\n${"word ".repeat(4_100)}`), "10:1 line-too-long"),
  {
    name: "an over-large log",
    at: "on-call/2026-0*.yaml",
    bytes: `shifts: []\n${"# words\n".repeat(140_000)}`,
    says: ["- file-too-large"],
  },
  {
    name: "an executable picture",
    at: "images/script-*.png",
    bytes: "#!/bin/sh\necho\n",
    says: ["- image-type"],
  },
  { name: "a picture of wrong bytes", at: "images/wrong.png", bytes: "no picture", says: ["- image-type"] },
  runbook(
    "a document that shows a picture of wrong bytes has no problem of its own",
    "![x](../images/wrong.png)",
  ),
  {
    name: "a picture that is a page",
    at: "images/page-*.gif",
    bytes: "<html><script>alert(1)</script>",
    says: ["- image-type"],
  },
  {
    name: "a picture of vectors outside diagrams",
    at: "images/vector-*.svg",
    bytes: "<svg/>",
    says: ["- file-type"],
  },
  {
    name: "a drawing that runs",
    at: "diagrams/run-*.svg",
    bytes: '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    says: ["- image-type"],
  },
  { name: "a module", at: "runbooks/evil-*.mjs", bytes: "export {}", says: ["- file-type"] },
  { name: "an Astro component", at: "runbooks/evil-*.astro", bytes: "---\n---\n", says: ["- file-type"] },
  { name: "a name with a hash", at: "runbooks/a#*.mdx", bytes: runbookText("Text."), says: ["- file-name"] },
  {
    name: "a name with a question mark",
    at: "runbooks/a?*.mdx",
    bytes: runbookText("Text."),
    says: ["- file-name"],
  },
  {
    name: "a name with a per cent",
    at: "runbooks/a%2e*.mdx",
    bytes: runbookText("Text."),
    says: ["- file-name"],
  },
  {
    name: "a name with a line end",
    at: "runbooks/a\n*.mdx",
    bytes: runbookText("Text."),
    says: ["- file-name"],
  },
  {
    name: "a name with an escape sequence",
    at: "runbooks/a\u001b[2J*.mdx",
    bytes: runbookText("Text."),
    says: ["- file-name"],
  },
  {
    name: "a name in upper case",
    at: "runbooks/A-*.mdx",
    bytes: runbookText("Text."),
    says: ["- file-name"],
  },
  {
    name: "a name with a letter of another script",
    at: "runbooks/а-*.mdx",
    bytes: runbookText("Text."),
    says: ["- file-name"],
  },
  {
    name: "a name that is too long",
    at: `runbooks/${"a".repeat(81)}-*.mdx`,
    bytes: runbookText("Text."),
    says: ["- file-name"],
  },
  {
    name: "a name of a device of other systems",
    at: "runbooks/con.*.mdx",
    bytes: runbookText("Text."),
    says: ["- file-name"],
  },
];
