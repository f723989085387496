import { ATTACK, type Input, rawRunbook, runbookField, runbookText } from "../input.ts";

const SPELLINGS = [
  "js",
  "javascript",
  "JS",
  " js",
  "\tjs",
  "json",
  "coffee",
  "coffeescript",
  "cson",
  "toml",
  "yaml",
  "yml",
  "ts",
  "mjs",
  "node",
  "js\u00a0",
  "-",
  "js yaml",
];

/** Eight lines that mean nine to the power of eight words. */
const BOMB = [
  "a: &a [x, x, x, x, x, x, x, x, x]",
  ...[..."bcdefgh"].map((name, at) => `${name}: &${name} [${`*${"abcdefg"[at]}, `.repeat(8)}x]`),
].join("\n");
const BOMB_SAYS = [
  "2:4 yaml-anchor",
  "3:4 yaml-anchor",
  ...[8, 12, 16, 20, 24, 28, 32, 36].map((column) => `3:${column} yaml-anchor`),
  "4:4 yaml-anchor",
  ...[8, 12, 16, 20, 24, 28, 32, 36].map((column) => `4:${column} yaml-anchor`),
  "5:4 yaml-anchor",
];

/** Front matter that would run, hide or overwhelm. */
export const frontMatterInputs: readonly Input[] = [
  ...SPELLINGS.map((language) =>
    rawRunbook(
      `---${JSON.stringify(language)}`,
      `---${language}\nmodule.exports = { title: ${ATTACK} }\n---\n\nText.\n`,
      "1:1 front-matter-language",
    ),
  ),
  rawRunbook("no front matter", "# Only text\n", "1:1 front-matter-missing"),
  rawRunbook(
    "an empty line before the front matter",
    `\n${runbookText("Text.")}`,
    "1:1 front-matter-missing",
  ),
  rawRunbook("an unclosed fence", "---\ntitle: Hostile\n\nText.\n", "1:1 front-matter-unclosed"),
  rawRunbook("a fence and nothing", "---", "1:1 front-matter-unclosed"),
  rawRunbook(
    "a fence that is closed by more hyphens",
    "---\ntitle: Hostile\n----\n\nText.\n",
    "3:1 front-matter-unclosed",
  ),
  rawRunbook(
    "a fence that is closed by words",
    "---\ntitle: Hostile\n---js\n\nText.\n",
    "3:1 front-matter-unclosed",
  ),
  rawRunbook(
    "empty front matter",
    "---\n---\n\nText.\n",
    "2:1 missing-field Expected field `title`",
    "2:1 missing-field Expected field `visibility`",
  ),
  rawRunbook(
    "front matter of comments only",
    "---\n# title: x\n---\n\nText.\n",
    "2:1 missing-field Expected field `title`",
    "2:1 missing-field Expected field `visibility`",
  ),
  rawRunbook(
    "a list as front matter",
    "---\n- title\n---\n\nText.\n",
    "2:1 yaml-syntax Unexpected list or text",
  ),
  rawRunbook("two documents", "---\ntitle: a\n...\ntitle: b\n---\n\nText.\n", "2:1 yaml-syntax"),
  runbookField("a key twice", "owner: payments", "owner: payments\ntitle: Other", "5:1 yaml-duplicate-key"),
  runbookField(
    "a key twice, once in quotes",
    "owner: payments",
    'owner: payments\n"title": Other',
    "5:1 yaml-duplicate-key",
  ),
  runbookField(
    "a key twice, once escaped",
    "owner: payments",
    'owner: payments\n"\\x74itle": Other',
    "5:1 yaml-duplicate-key",
  ),
  runbookField("an anchor", "title: Hostile", "title: &a Hostile", "2:8 yaml-anchor"),
  runbookField("an alias bomb", "title: Hostile", BOMB, ...BOMB_SAYS),
  runbookField("a merge key", "owner: payments", "<<: { owner: payments }", "4:1 yaml-forbidden-key"),
  runbookField(
    "a tag that would make a date",
    "title: Hostile",
    "title: !!timestamp 2026-03-14",
    "2:8 yaml-tag",
  ),
  runbookField(
    "a tag that would run",
    "title: Hostile",
    `title: !!js/function "${"function () {}"}"`,
    "2:8 yaml-tag",
  ),
  runbookField(
    "`__proto__` as a key",
    "owner: payments",
    "__proto__: { visibility: public }",
    "4:1 yaml-forbidden-key",
  ),
  runbookField(
    "`__proto__` in escapes",
    "owner: payments",
    '"\\x5f\\u005fproto__": { visibility: public }',
    "4:1 yaml-forbidden-key",
  ),
  runbookField(
    "`__proto__` deep inside",
    "how: dry-run }",
    "how: dry-run, __proto__: { admin: true } }",
    "5:52 yaml-forbidden-key",
  ),
  runbookField(
    "`constructor` as a key",
    "owner: payments",
    "constructor: { prototype: x }",
    "4:1 yaml-forbidden-key",
  ),
  runbookField(
    "`layout:`",
    "owner: payments",
    "layout: ../../../evil.astro",
    "4:1 unknown-field Unexpected field `layout`",
  ),
  runbookField(
    "`id:` and `slug:`",
    "owner: payments",
    "id: ../../index\nslug: /",
    "4:1 unknown-field",
    "5:1 unknown-field",
  ),
  runbookField(
    "`visiblity: public`",
    "visibility: internal",
    "visiblity: public",
    "2:1 missing-field Expected field `visibility`",
    "3:1 unknown-field Unexpected field `visiblity`",
  ),
  runbookField(
    '`visibility: "public "`',
    "visibility: internal",
    'visibility: "public "',
    "3:13 unknown-visibility",
  ),
  runbookField(
    "`visibility: Public`",
    "visibility: internal",
    "visibility: Public",
    "3:13 unknown-visibility",
  ),
  runbookField("`visibility: pubic`", "visibility: internal", "visibility: pubic", "3:13 unknown-visibility"),
  runbookField("`visibility: [public]`", "visibility: internal", "visibility: [public]", "3:1 wrong-type"),
  runbookField("`visibility:` with nothing", "visibility: internal", "visibility:", "3:12 wrong-type"),
  runbookField(
    "a tab as indentation",
    "owner: payments",
    "owner:\n\tpayments",
    "5:1 yaml-syntax",
    "5:2 yaml-syntax",
  ),
  runbookField("a colon in a text", "title: Hostile", "title: Checkout: timeouts", "2:8 yaml-syntax"),
  runbookField("`<script>` in a title", "title: Hostile", 'title: "<script>alert(1)</script>"'),
  runbookField(
    "`=HYPERLINK(` in a title",
    "title: Hostile",
    'title: "=HYPERLINK(\\"https://evil.example\\")"',
  ),
  runbookField("U+000B in a title by an escape", "title: Hostile", 'title: "a\\vb"', "2:8 invalid-value"),
  runbookField(
    "a character that turns the text around",
    "title: Hostile",
    'title: "a\u202eb"',
    "2:8 invalid-value",
  ),
  runbookField(
    "a title of a hundred thousand letters",
    "title: Hostile",
    `title: >-\n${"  words and words\n".repeat(6_000)}`,
    "2:8 invalid-value",
  ),
];
