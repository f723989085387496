import fc from "fast-check";

/** A word that only Internal blocks hold. */
export const SECRET = "zebra7";

/** Text that nobody would write and anybody may send. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          ..."< > / \" ' = ` * _ ~ # - + | \\ & ; : ! [ ] ( ) { } ^ \n \n\n".split(" "),
          " ",
          "\t",
          "  \n",
        ),
      },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          "<Callout>",
          "</Callout>",
          '<Callout title="',
          '<Step title="',
          "</Step>",
          "<Internal>",
          "</Internal>",
          '<Evidence title="a" url="',
          '">',
          "<script>",
          "onclick=",
          "javascript:",
          "https://a.example/",
          "&quot;",
          "&lt;",
          "&#x22;",
          "![",
          "](",
          "[^a]",
          "[^a]: ",
          "```js\n",
          "\n```\n",
          "~~~\n",
          "- [x] ",
          "1. ",
          "|a|b|\n|-|:-:|\n",
          "import ",
          "\\{",
          "../images/a.png",
          "data:text/html,",
        ),
      },
      { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 6 }) },
      { weight: 2, arbitrary: fc.constantFrom("words", "alert(1)", "a", "\u2028", "\u00a0", "é", "😀") },
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(""));

const word = fc.constantFrom(
  "orders",
  "pool",
  "latency",
  "the",
  "queue",
  "a \\{ b",
  "x \\< y",
  "50 %",
  "“why”",
  "naïve",
  "`code {}`",
  "**bold**",
  "*em*",
  "~~old~~",
);
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(" "));
const plain = fc
  .array(fc.constantFrom("orders", "pool", "latency", "Impact", "Step 1", "fn 1"), {
    minLength: 1,
    maxLength: 2,
  })
  .map((list) => list.join(" "));

/** Blocks that the guard lets pass, each one text. */
const block: fc.Arbitrary<string> = fc.oneof(
  words,
  plain.map((text) => `## ${text}`),
  plain.map((text) => `### ${text}`),
  fc.array(words, { minLength: 1, maxLength: 4 }).map((items) => items.map((item) => `- ${item}`).join("\n")),
  fc
    .array(words, { minLength: 1, maxLength: 4 })
    .map((items) => items.map((item, at) => `${at + 1}. ${item}`).join("\n")),
  words.map((text) => `> ${text}`),
  fc.tuple(plain, plain).map(([a, b]) => `| ${a} | ${b} |\n| :-- | --: |\n| ${b} | ${a} |`),
  fc
    .constantFrom("sh", "yaml", "js", "none", "")
    .map((language) => `\`\`\`${language}\necho "$\\{x} <b> &amp;"\nkey: [1, 2]\n\`\`\``),
  words.map((text) => `<Callout kind="warning" title="a &quot; b">\n\n${text}\n\n</Callout>`),
  fc
    .tuple(plain, words)
    .map(([title, text]) => `<Step title="${title}" expected="it">\n\n${text}\n\n</Step>`),
  words.map((text) => `<Tabs>\n<Tab title="one">\n\n${text}\n\n</Tab>\n<Tab title="two">x</Tab>\n</Tabs>`),
  fc.constantFrom(
    "[a](/incidents/)",
    "[a](#impact)",
    '[a](https://a.example/?b=1&c="x" "t")'.replace('"x"', "%22x%22"),
    "![a & b](../images/a.png)",
    "<Timeline />",
    "<Factors />",
    "- [x] done\n- [ ] open",
    "---",
  ),
);

/** A document of valid blocks. */
export const openBlocks: fc.Arbitrary<readonly string[]> = fc.array(block, { minLength: 1, maxLength: 6 });

/** Blocks in an Internal block, the secret in every place that a body has. */
export const secretBlocks: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      block,
      fc.constantFrom(
        SECRET,
        `## ${SECRET}`,
        "## Impact",
        `### Impact ${SECRET}`,
        `text[^s] ${SECRET}`,
        `<Step title="${SECRET}">\n\nx\n\n</Step>`,
        `[${SECRET}](../incidents/${SECRET}.mdx "${SECRET}")`,
        `[x](https://${SECRET}.example/)`,
        `![${SECRET}](../images/${SECRET}.png)`,
        `\`\`\`${SECRET}\n${SECRET}\n\`\`\``,
        `| ${SECRET} |\n| - |\n| ${SECRET} |`,
      ),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((blocks) => `<Internal>\n\n${blocks.join("\n\n")}\n\n</Internal>`);
