import { describe, expect, test } from "vitest";
import { compileBody } from "../../../src/core/markdown/compile-body.ts";
import { toSafeMdx } from "../../../src/importers/markdown/to-safe-mdx.ts";

const book = {
  link: (address: string) =>
    address.startsWith("known") || address.startsWith("#") ? { to: address } : { why: "it was not imported" },
  image: (address: string) =>
    address === "known.png" ? { to: "/images/known.png" } : { why: "there is no such picture" },
};

function convert(markdown: string) {
  const safe = toSafeMdx(markdown, book)!;
  expect(compileBody("test", safe.mdx, 1).findings).toEqual([]);
  return {
    mdx: safe.mdx.trimEnd(),
    notes: safe.notes.map(({ group, what, line, text }) => [group, what, line, text]),
  };
}

describe("what MDX would read as a program becomes text", () => {
  test.each([
    ["a brace", "a {b} c", "a \\{b} c"],
    ["a lone less-than sign", "a <b and 1 < 2", "a \\<b and 1 \\< 2"],
    ["an ERB tag", "see <%= link_to 'x' %>", "see \\<%= link_to 'x' %>"],
    ["a Hugo shortcode", "{{< hint info >}}", "\\{\\{\\< hint info >}}"],
    ["an import", 'import x from "y"', '&#105;mport x from "y"'],
    ["an export", "export default 1", "&#101;xport default 1"],
    ["an address in angle brackets", "<https://a.example>", "[https://a.example](https://a.example)"],
    ["indented code", "    const a = {};", "```\nconst a = {};\n```"],
    ["a reference", "[a][b]\n\n[b]: https://c.example", "[a](https://c.example)"],
    ["an expression in an info string", "```js {1,2}\n{a}\n```", "```js {1,2}\n{a}\n```"],
    ["a component", "<Timeline />", "\\<Timeline />"],
  ])("%s", (_, markdown, mdx) => {
    expect(convert(markdown).mdx).toBe(mdx);
  });

  test("an import in the middle of a paragraph, a list or code stays as it is", () => {
    expect(convert("we\nimport that").mdx).toBe("we\nimport that");
    expect(convert("- import that").mdx).toBe("- import that");
    expect(convert("```\nimport a\n```").mdx).toBe("```\nimport a\n```");
  });
});

describe("HTML stays visible as text", () => {
  test("a block keeps its words and lines, and no Markdown comes to life in it", () => {
    const { mdx, notes } = convert("<details>\n- *one*\n</details>");
    expect(mdx).toBe("\\<details>\n\\- \\*one\\*\n\\</details>");
    expect(notes).toEqual([["prose", "html-as-text", 1, "<details> - *one* </details>"]]);
  });

  test("a comment is dropped and listed with its line", () => {
    const { mdx, notes } = convert("one\n\n<!-- note\nto self -->\n\ntwo <!-- x --> three");
    expect(mdx).toBe("one\n\ntwo  three");
    expect(notes).toEqual([
      ["dropped", "comment", 3, "<!-- note to self -->"],
      ["dropped", "comment", 6, "<!-- x -->"],
    ]);
  });

  test("a tag with an address stands in code, so that nothing links it", () => {
    const { mdx, notes } = convert('a <img src="https://a.example/b.png"> c');
    expect(mdx).toBe('a `<img src="https://a.example/b.png">` c');
    expect(notes).toContainEqual(["prose", "html-address", 1, "https://a.example/b.png"]);
  });

  test("a line break in a paragraph is a line break, in a cell it is text", () => {
    expect(convert("a<br>b").mdx).toBe("a\\\nb");
    expect(convert("| a |\n| - |\n| b<br>c |").mdx).toBe("| a |\n| - |\n| b\\<br>c |");
  });
});

describe("addresses", () => {
  test.each([
    ["javascript:alert(1)"],
    ["JaVaScRiPt:alert(1)"],
    ["data:text/html,x"],
    ["vbscript:x"],
    ["file:///etc/passwd"],
    ["//evil.example/x"],
    ["../../secret"],
    ["ftp://a.example"],
  ])("%s becomes text and is listed", (address) => {
    const { mdx, notes } = convert(`[click](${address})`);
    expect(mdx).toBe("click");
    expect(notes).toHaveLength(1);
    expect(notes[0]!.slice(0, 3)).toEqual(["prose", "link-as-text", 1]);
  });

  test("a picture of another host becomes a link", () => {
    const { mdx, notes } = convert("![a chart](https://a.example/b.png)");
    expect(mdx).toBe("[a chart](https://a.example/b.png)");
    expect(notes).toEqual([["mapped", "picture-as-link", 1, "https://a.example/b.png"]]);
  });

  test("a picture that was imported stays, one that was not becomes its description", () => {
    expect(convert("![a](known.png)").mdx).toBe("![a](/images/known.png)");
    expect(convert("![a](x.mjs) ![b](../.git/config)").mdx).toBe("a b");
  });

  test("a badge, a picture in a link, becomes the text of the link", () => {
    expect(convert("[![build](https://a.example/b.svg)](https://c.example)").mdx).toBe(
      "[build](https://c.example)",
    );
  });
});

describe("nothing is lost where parsers differ", () => {
  test("cells beyond the head of a table go into the last one", () => {
    expect(convert("| a |\n| - |\n| b | c |").mdx).toBe("| a |\n| - |\n| b \\| c |");
  });

  test("an address in brackets is no link, as on GitHub", () => {
    expect(convert("(issue)[https://a.example/1]").mdx).toBe("(issue)\\[`https://a.example/1`]");
  });

  test("code that is indented under a list stays one block", () => {
    const { mdx } = convert("  3. a\n\n    ```hcl\n    b\n    ```\n\n  4. c");
    expect(mdx).toBe("3. a\n\n````\n```hcl\nb\n```\n````\n\n4. c");
  });

  test("control characters that references hide become the sign for an unknown one", () => {
    expect(convert("a&#1;b").mdx).toBe("a\ufffdb");
  });

  test("an unused definition is listed", () => {
    expect(convert("a\n\n[x]: https://a.example").notes).toEqual([
      ["dropped", "unused-definition", 3, "[x]: https://a.example"],
    ]);
  });

  test("footnotes stay, under labels that every parser reads", () => {
    expect(convert("a[^n ö]\n\n[^n ö]: b").mdx).toContain("a");
    expect(convert("a[^1]\n\n[^1]: b").mdx).toBe("a[^1]\n\n[^1]: b");
  });
});

describe("hostile text", () => {
  test.each([
    ["464 quotes in one another", ">".repeat(464)],
    ["deep brackets", "[".repeat(2000)],
    ["deep lists", Array.from({ length: 200 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n")],
    ["a long run of emphasis", `${"*".repeat(5000)}a`],
    ["crossed emphasis", "*a _b ".repeat(3000)],
    ["code marks that never close", "`a``b".repeat(4000)],
    ["half links", "[a](".repeat(5000)],
    ["half pictures", "![a][".repeat(5000)],
    ["half tags", "<a ".repeat(5000)],
    ["a wide table", `|${"a|".repeat(3000)}\n|${"-|".repeat(3000)}\n${"|b|c|\n".repeat(200)}`],
    ["many definitions", Array.from({ length: 5000 }, (_, index) => `[${index}]: /x`).join("\n")],
    ["a long line", "word ".repeat(10_000)],
  ])("%s is refused or kept as code, without a crash", (_, markdown) => {
    const started = process.cpuUsage();
    const safe = toSafeMdx(markdown, book);
    if (safe) expect(compileBody("test", safe.mdx, 1).findings).toEqual([]);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000);
  });
});
