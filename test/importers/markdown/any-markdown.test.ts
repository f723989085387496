import fc from "fast-check";
import { expect, test } from "vitest";
import { compileBody } from "../../../src/core/markdown/compile-body.ts";
import { toSafeMdx } from "../../../src/importers/markdown/to-safe-mdx.ts";
import { countWords, lostWords } from "../../support/gfm.ts";

const book = { link: (address: string) => ({ to: address }), image: () => ({ why: "there is none" }) };

const pieces = [
  ..."\n|\n\n|  |    |\t|- |* |1. |3) |> |# |## |***|---|===|```|~~~|`|``|*|**|_|__|~~|[|](|](https://a.example)|]: /x".split(
    "|",
  ),
  ..."[a]|![|!|<|>|<b>|</b>|<div>|</div>|<!--|-->|<br>|{|}|{{< x >}}|<%= y %>|import x|export y|https://ex.example/a".split(
    "|",
  ),
  ..."www.ex.example|a@b.example|<https://c.example>|[^1]|[^1]: note|- [ ] |\\|&amp;|&#123;|&nbsp;|word|Wort|x| |:|\"|'|(|)|+|.|0|=|$|é|😀".split(
    "|",
  ),
  ..."<pre>\n\nx|<script>|<?|<![CDATA[|a\\\nb|line  \nnext".split("|"),
  "|",
  "| a | b |\n| - | - |\n| c | d |",
];
const markdown = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(""));

test("any Markdown becomes MDX that the guard passes, and importing the result changes nothing", () => {
  fc.assert(
    fc.property(markdown, (text) => {
      const safe = toSafeMdx(text, book);
      expect(safe).toBeDefined();
      expect(compileBody("test", safe!.mdx, 1).findings).toEqual([]);
      expect(toSafeMdx(safe!.mdx, book)?.mdx).toBe(safe!.mdx);
    }),
    { numRuns: 400, seed: 20261124 },
  );
});

test("any words, wherever they stand, are in what comes out", () => {
  const word = fc.constantFrom("anchor", "buoy", "chart", "ebb", "fathom", "gale");
  const structure = fc.constantFrom(
    "# W",
    "- W",
    "> W",
    "**W**",
    "`W`",
    "    W",
    "| W |\n| - |\n| W |",
    "[W](https://a.example/W)",
    "<b>W</b>",
    "{W}",
    "<div>\nW\n</div>",
    "W<br>W",
    "- W\n  - W",
    "```\nW\n```",
    "![W](https://a.example/x.png)",
    "import W",
    "[W][r]",
  );
  const documents = fc
    .array(fc.tuple(structure, word), { maxLength: 15 })
    .map(
      (parts) =>
        `${parts.map(([shape, said]) => shape.replaceAll("W", said)).join("\n\n")}\n\n[r]: https://r.example`,
    );
  fc.assert(
    fc.property(documents, (text) => {
      const mdx = toSafeMdx(text, book)!.mdx;
      const wanted = countWords(
        text
          .replace(/https:\/\/[^\s)]+/g, "")
          .replace(/\[r\](?!:)/g, "")
          .replace(/\[r\]:/, ""),
      );
      expect(
        lostWords(wanted, countWords(mdx.replaceAll("&#105;", "i"))).filter((lost) => !/^br /.test(lost)),
      ).toEqual([]);
    }),
    { numRuns: 300, seed: 20261124 },
  );
});
