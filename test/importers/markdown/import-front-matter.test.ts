import { describe, expect, test } from "vitest";
import { documentAt, importTexts, notesOf } from "../../support/import-request.ts";

describe("front matter", () => {
  test("that is no YAML gives its simple lines and a problem with its line", () => {
    const plan = importTexts({ "a.md": "---\ntitle: Down: again\nother: x\n---\n\nText" });
    expect(documentAt(plan, "postmortems/a.mdx")).toContain('title: "Down: again"');
    expect(notesOf(plan)).toContainEqual(expect.stringMatching(/^source\/a\.md:2 problem front-matter: /));
  });

  test("in TOML is read as far as it is simple, in JavaScript not at all", () => {
    expect(
      documentAt(importTexts({ "a.md": '+++\ntitle = "Down"\n+++\n\nText' }), "postmortems/a.mdx"),
    ).toContain("title: Down\n");
    const text = documentAt(
      importTexts({ "a.md": "---js\n{ title: process.exit(1) }\n---\n\nText" }),
      "postmortems/a.mdx",
    );
    expect(text).toContain("\\{ title: process.exit(1) }");
  });

  test.each(["&a [*a]", "{ __proto__: 1 }", "!!js/function x"])(
    "with %s neither breaks nor runs",
    (value) => {
      expect(importTexts({ "a.md": `---\ntitle: Down\nx: ${value}\n---\n\nText` }).documents).toHaveLength(1);
    },
  );

  test("of a title with markup and control characters is one safe line", () => {
    const text = documentAt(
      importTexts({ "a.md": "# <script>alert(1)</script> \u202e{x}\u0007\n" }),
      "postmortems/a.mdx",
    );
    expect(text).toMatch(/^---\ntitle: "<script>alert\(1\)<\/script> \{x\}\ufffd"\n/);
  });
});
