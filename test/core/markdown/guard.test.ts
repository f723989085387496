import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Body } from "../../../src/core/markdown/body.ts";
import { compileBody } from "../../../src/core/markdown/compile-body.ts";
import { escapeHtml } from "../../../src/core/markdown/escape-html.ts";
import { renderBody } from "../../../src/core/markdown/render-body.ts";
import { notAllowedIn, textIn } from "./allowed-html.ts";
import { hostileText, openBlocks, SECRET, secretBlocks } from "./body-arbitrary.ts";

const numRuns = process.env.TIDEMARK_TESTS === "all" ? 20_000 : 1_500;

describe("whatever a body holds", () => {
  test("its HTML has no element, attribute or address that is not on the list", () => {
    let valid = 0;
    fc.assert(
      fc.property(hostileText, (text) => {
        const { body, findings } = compileBody("content/runbooks/a.mdx", text, 1);
        if (findings.length > 0) expect(body.parts).toEqual([]);
        else valid++;
        for (const internal of [true, false]) expect(notAllowedIn(html(body, internal))).toEqual([]);
      }),
      { numRuns },
    );
    expect(valid).toBeGreaterThan(numRuns / 20);
  });

  test("each problem has a place within the text", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const rows = text.split("\n");
        for (const { spot } of compileBody("f", text, 11).findings) {
          expect(spot.line).toBeGreaterThanOrEqual(11);
          expect(spot.line).toBeLessThan(11 + rows.length);
          expect(spot.column).toBeGreaterThanOrEqual(1);
          expect(spot.column).toBeLessThanOrEqual(rows[spot.line! - 11]!.length + 1);
        }
      }),
      { numRuns },
    );
  });

  test("the same text gives the same HTML", () => {
    fc.assert(
      fc.property(openBlocks, (blocks) => {
        const text = blocks.join("\n\n");
        expect(compileBody("f", text, 1)).toEqual(compileBody("f", text, 1));
      }),
      { numRuns: 200 },
    );
  });
});

describe("what stands in Internal blocks", () => {
  test("is not told to outsiders, and changes not one byte of what they read", () => {
    fc.assert(
      fc.property(openBlocks, secretBlocks, secretBlocks, fc.nat(6), (blocks, one, other, at) => {
        const outside = [one, other, ""].map((secret) => {
          const text = [
            ...blocks.slice(0, at),
            secret,
            ...blocks.slice(at),
            "open[^o]",
            "[^o]: told",
            secret === "" ? "" : `[^s]: ${SECRET} <Internal>x</Internal>`,
          ]
            .filter((part) => part !== "")
            .join("\n\n");
          const { body, findings } = compileBody("content/runbooks/a.mdx", text, 1);
          expect(findings).toEqual([]);
          const shown = body.headings
            .filter(({ internal }) => !internal)
            .map(({ id, text: words }) => `${id} ${words}`);
          return [html(body, false), ...shown].join("\n").replace(/\n+/g, "\n");
        });
        expect(outside[0]).not.toContain(SECRET);
        expect(outside[1]).toBe(outside[0]);
        // Two lists with nothing between them are one list.
        if (![blocks[at - 1], blocks[at]].every((block) => /^(?:-|\d\.) /.test(block ?? "")))
          expect(outside[2]).toBe(outside[0]);
      }),
      { numRuns },
    );
  });

  test.each([
    [
      "a footnote that is only spoken of there",
      `open[^o]\n\n<Internal>\n\nx[^s]\n\n</Internal>\n\n[^o]: told\n[^s]: ${SECRET}`,
    ],
    ["a footnote that is written there", `open[^s]\n\n<Internal>\n\n[^s]: ${SECRET}\n\n</Internal>`],
    [
      "a footnote of a footnote",
      `<Internal>\n\nx[^a]\n\n</Internal>\n\n[^a]: ${SECRET} [^b]\n[^b]: ${SECRET}`,
    ],
    ["a part of a heading", `## Story <Internal>${SECRET}</Internal>`],
    ["a part of a line", `open <Internal>${SECRET}</Internal> open`],
    ["a part of a link", `[open <Internal>${SECRET}</Internal>](https://a.example/)`],
    ["a part of a cell", `| a |\n| - |\n| <Internal>${SECRET}</Internal> |`],
    [
      "a step between steps",
      `<Step title="a">x</Step>\n\n<Internal>\n\n<Step title="${SECRET}">x</Step>\n\n</Internal>\n\n<Step title="b">x</Step>`,
    ],
  ])("%s is not told", (_, text) => {
    const { body, findings } = compileBody("f", text, 1);
    expect(findings).toEqual([]);
    expect(html(body, false)).not.toContain(SECRET);
    expect(body.headings.map(({ id, text: words }) => id + words).join()).not.toContain(SECRET);
    expect(html(body, true)).toContain(SECRET);
    expect(notAllowedIn(html(body, true))).toEqual([]);
  });
});

test("escaped text is the same text in an element and in an attribute", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }).map((text) => text.replace(/[\0\r\ud800-\udfff]/g, "")),
      (text) => {
        expect(textIn(`<p>${escapeHtml(text)}</p>`)).toBe(text);
        expect(notAllowedIn(`<p title="${escapeHtml(text)}">x</p>`)).toEqual([]);
        expect(notAllowedIn(`<p title='${escapeHtml(text)}'>x</p>`)).toEqual([]);
      },
    ),
  );
});

/** A body for one kind of reader; every link is followed and no picture is there. */
function html(body: Body, internal: boolean): string {
  return renderBody(body, {
    internal,
    link: (href) => href,
    image: (src) => ({ url: `/media/${src.length}.png`, width: 1, height: 2 }),
    drawing: () => undefined,
    component: ({ name }) => `<p>${name}</p>`,
  });
}
