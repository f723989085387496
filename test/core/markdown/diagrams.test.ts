import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileBody } from "../../../src/core/markdown/compile-body.ts";
import { DIAGRAM_RENDERER, diagramPath } from "../../../src/core/markdown/diagram/diagram-path.ts";
import { diagramWords } from "../../../src/core/markdown/diagram/diagram-words.ts";
import { sha256 } from "../../../src/core/markdown/diagram/sha256.ts";
import { renderBody } from "../../../src/core/markdown/render-body.ts";

const SOURCE = 'flowchart LR\n  accTitle: "One" & 1 < 2\n  accDescr: One leads to two.\n  one --> two';
const compiled = (text: string) => compileBody("content/runbooks/a.mdx", text, 1);

function html(text: string, width?: number): string {
  const { body, findings } = compiled(text);
  expect(findings).toEqual([]);
  return renderBody(body, {
    internal: false,
    link: (href) => href,
    image: () => undefined,
    drawing: ({ path }) => (width === undefined ? undefined : { url: `/${path}`, width, height: 100 }),
    component: () => "",
  });
}

describe("the name of a drawing", () => {
  test("is made of a digest that is the one of everybody else", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        expect(sha256(text)).toBe(createHash("sha256").update(text).digest("hex"));
      }),
    );
  });

  test("changes with the version of what draws it", () => {
    const { dependencies } = JSON.parse(
      readFileSync(resolve(import.meta.dirname, "../../../package.json"), "utf8"),
    );
    expect(DIAGRAM_RENDERER).toContain(`mermaid ${dependencies.mermaid},`);
    expect(diagramPath(SOURCE)).toMatch(/^diagrams\/[0-9a-f]{32}\.svg$/);
    expect(diagramPath(`${SOURCE} `)).not.toBe(diagramPath(SOURCE));
  });
});

describe("the words of a diagram", () => {
  test.each([
    ["pie\n  accTitle: A\n  accDescr: B b\n", { title: "A", description: "B b" }],
    ["pie\n  accDescr {\n    B\n      b\n  }\n", { description: "B b" }],
    ["%% accTitle: A\n%%accDescr: B\nmindmap", { title: "A", description: "B" }],
    ["pie\n  accTitle:\n  title A", {}],
  ])("are read from %j", (source, words) => expect(diagramWords(source)).toEqual(words));
});

describe("a diagram in a text", () => {
  test("is its drawing, sized and with words, and its source in a disclosure", () => {
    const shown = html(`\`\`\`mermaid\n${SOURCE}\n\`\`\``, 200);
    expect(shown).toContain(
      `<img src="/${diagramPath(SOURCE)}" alt="One leads to two." width="200" height="100" loading="lazy" decoding="async">`,
    );
    expect(shown).toContain("<figcaption>&quot;One&quot; &amp; 1 &lt; 2</figcaption>");
    expect(shown).toContain("<summary>Source of the diagram</summary>");
    expect(shown).toContain("one --&gt; two</code></pre></details></div>");
  });

  test("can be scrolled where it is wide", () => {
    expect(html(`\`\`\`mermaid\n${SOURCE}\n\`\`\``, 900)).toContain(
      '<div class="diagram-frame diagram-wide" tabindex="0">',
    );
  });

  test("is its source while nobody drew it", () => {
    const shown = html(`\`\`\`mermaid\n${SOURCE}\n\`\`\``);
    expect(shown).not.toContain("<img");
    expect(shown).toContain('<details class="diagram-source" open>');
  });

  test("is named by the same digest in a list, in a quote and by other fences", () => {
    const indented = SOURCE.replace(/^/gm, "  ");
    for (const text of [
      `~~~mermaid\n${SOURCE}\n~~~`,
      `- a\n\n  \`\`\`mermaid\n${indented}\n  \`\`\``,
      `> \`\`\`Mermaid\n${SOURCE.replace(/^/gm, "> ")}\n> \`\`\``,
    ])
      expect(compiled(text).body.diagrams).toEqual([
        { path: diagramPath(SOURCE), source: SOURCE, internal: false },
      ]);
  });

  test("of an Internal block is nowhere in what outsiders get", () => {
    const text = `Before.\n\n<Internal>\n\n\`\`\`mermaid\n${SOURCE}\n\`\`\`\n\n</Internal>`;
    expect(compiled(text).body.diagrams).toMatchObject([{ internal: true }]);
    expect(html(text, 200)).toBe("<p>Before.</p>");
  });
});
