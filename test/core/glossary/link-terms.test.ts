import { readFileSync } from "node:fs";
import { join } from "node:path";
import { slug } from "github-slugger";
import { describe, expect, test } from "vitest";
import { GLOSSARY_TERMS } from "../../../src/core/glossary/glossary-terms.ts";
import { linkTerms } from "../../../src/core/glossary/link-terms.ts";

const glossary = "/kb/handbook/glossary/";
const link = (id: string, words: string) => `<a class="term" href="${glossary}#${id}">${words}</a>`;

describe("words of the glossary lead there", () => {
  test("at their first use, whatever their case and line breaks, and the longest words count", () => {
    expect(linkTerms("<p>A Near\nmiss, and MTTR.</p><p>Another near miss.</p>", glossary)).toBe(
      `<p>A ${link("near-miss", "Near\nmiss")}, and ${link("time-to-restore-and-mttr", "MTTR")}.</p><p>Another near miss.</p>`,
    );
    expect(linkTerms("<p>contributing factors</p>", glossary)).toBe(
      `<p>${link("contributing-factor", "contributing factors")}</p>`,
    );
  });

  test("two words of one term are linked once", () => {
    expect(linkTerms("<li>root cause</li><li>contributing factor</li>", glossary)).toBe(
      `<li>${link("contributing-factor", "root cause")}</li><li>contributing factor</li>`,
    );
  });

  test.each([
    '<h2 id="x">Burn rate</h2>',
    "<p><code>burn rate</code></p>",
    '<pre class="code"><code>the <span class="token">burn rate</span></code></pre>',
    '<a href="/x/">the <em>burn rate</em></a>',
    '<p title="burn rate > 1">nothing</p>',
    "<p>burn rate-limited, sunburn rate, mttr_mean</p>",
    "<p>burn&nbsp;rate</p>",
  ])("%s stays as it is", (html) => {
    expect(linkTerms(html, glossary)).toBe(html);
  });

  test("behind code and links it goes on", () => {
    expect(linkTerms("<p><code>a</code> burn rate</p>", glossary)).toBe(
      `<p><code>a</code> ${link("burn-rate", "burn rate")}</p>`,
    );
  });

  test("every term has its heading in the glossary", () => {
    const text = readFileSync(
      join(import.meta.dirname, "../../../src/site/pages/handbook/glossary.mdx"),
      "utf8",
    );
    const headings = [...text.matchAll(/^### (.+)$/gm)].map(([, words]) => slug(words!));
    expect(GLOSSARY_TERMS.map(({ id }) => id).filter((id) => !headings.includes(id))).toEqual([]);
  });
});
