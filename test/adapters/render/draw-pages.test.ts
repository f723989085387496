import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type DefaultTreeAdapterMap, parse } from "parse5";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pageGate } from "../../../src/adapters/publish/page-gate.ts";
import type { CompiledSite } from "../../../src/adapters/render/compile-site.ts";
import { drawPages } from "../../../src/adapters/render/draw-pages.ts";
import type { PageToDraw } from "../../../src/adapters/render/drawn-pages.ts";
import { fileOfPage } from "../../../src/core/addresses.ts";
import { drawSite } from "../../support/draw-site.ts";
import { writeFakeFacts } from "../../support/fake-facts.ts";

const projectDir = join(import.meta.dirname, "..", "..", "..");
const nodePath = process.execPath;
const base = "/kb/";
const scratch = mkdtempSync(join(tmpdir(), "tidemark-draw-"));
const facts = join(scratch, "facts");
const index = writeFakeFacts(facts, { base });
const paths = index.pages.map(({ path }) => path);
let out: string;
let site: CompiledSite;

beforeAll(async () => {
  ({ folder: out, site } = await drawSite(scratch, facts, index, base));
});
afterAll(() => rmSync(scratch, { recursive: true }));

/** Pages with a file each, laid out as the site is. */
function into(folder: string, paths: readonly string[]): PageToDraw[] {
  return paths.map((path) => {
    const file = fileOfPage(path);
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    return { path, file };
  });
}

describe("drawing pages", () => {
  test("every page of the facts folder is drawn, and no other", () => {
    const written = readdirSync(out, { recursive: true, encoding: "utf8" });
    expect(pageGate(written, paths)).toEqual({ missing: [], unexpected: [] });
  });

  test("the same facts give the same bytes", async () => {
    const again = join(scratch, "again");
    mkdirSync(again);
    await drawPages({ nodePath, site, facts, out: again, base, pages: into(again, [...paths].reverse()) });
    for (const file of htmlFiles(again))
      expect(readFileSync(join(again, file), "utf8")).toBe(readFileSync(join(out, file), "utf8"));
  });

  test("a page has no inline script, no style, no event handler and no other host", () => {
    for (const file of htmlFiles(out))
      for (const element of elements(readFileSync(join(out, file), "utf8"))) {
        const attributes = Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
        const where = `${file}: <${element.tagName} ${JSON.stringify(attributes)}>`;
        expect(element.tagName, where).not.toBe("style");
        if (element.tagName === "script") expect(attributes.src, where).toMatch(/^\/kb\/_astro\//);
        expect(
          Object.keys(attributes).filter((name) => /^(style|on.*)$/.test(name)),
          where,
        ).toEqual([]);
        for (const name of ["src", "href", "action", "poster", "srcset"])
          if (attributes[name] !== undefined) expect(attributes[name], where).toMatch(/^(\/kb\/|#)/);
      }
  });

  test("text of a view stays text", () => {
    const html = readFileSync(join(out, "incidents", "incident-0", "index.html"), "utf8");
    expect(html).toContain(
      "<title>Orders &amp; payments &lt;0&gt; &quot;slow&quot; · Fake &amp; Sons</title>",
    );
    // In the value of an attribute a sign is text already.
    expect(html.replaceAll(/ content="[^"]*"/g, "")).not.toContain("<0>");
  });

  test("an old address leads to the new one, with and without scripts", () => {
    const html = readFileSync(join(out, "incidents", "old", "index.html"), "utf8");
    expect(html).toContain('<meta http-equiv="refresh" content="0; url=/kb/incidents/incident-0/">');
    expect(html).toContain('<link rel="canonical" href="/kb/incidents/incident-0/">');
    expect(html).toContain('<a href="/kb/incidents/incident-0/">');
  });

  test("an address that the facts do not know ends the drawing with its name", async () => {
    await expect(
      drawPages({ nodePath, site, facts, out, base, pages: into(out, ["/incidents/none/"]) }),
    ).rejects.toThrow("/incidents/none/");
  });
});

describe("the wall around the drawing process", () => {
  const internal = join(scratch, "content.mdx");
  writeFileSync(internal, "internal");

  test.each([
    ["reads a file outside", `readFileSync(${JSON.stringify(internal)}, "utf8")`],
    [
      "reads the project's package.json",
      `readFileSync(${JSON.stringify(join(projectDir, "package.json"))}, "utf8")`,
    ],
    ["writes beside its folder", `writeFileSync(${JSON.stringify(join(scratch, "beside"))}, "x")`],
    ["starts a program", `execFileSync("/bin/cat", [${JSON.stringify(internal)}], { encoding: "utf8" })`],
    ["starts a worker", `new Worker("1", { eval: true }) && "x"`],
  ])("a template that %s is refused", async (_, deed) => {
    const planted = join(scratch, "planted");
    mkdirSync(planted, { recursive: true });
    const entry = join(planted, "entry.mjs");
    writeFileSync(
      entry,
      `import { readFileSync, writeFileSync } from "node:fs";\nimport { execFileSync } from "node:child_process";\nimport { Worker } from "node:worker_threads";\nexport const app = { render: async () => new Response(String(${deed})) };\n`,
    );
    const drawing = drawPages({
      nodePath,
      site: { ...site, entry },
      facts,
      out,
      base,
      pages: into(out, ["/leak/"]),
    });
    await expect(drawing).rejects.toThrow(/ERR_ACCESS_DENIED|Access to this API has been restricted/);
    expect(htmlFiles(out)).not.toContain("leak/index.html");
  });

  test("the same template may read the facts and write its page", async () => {
    const entry = join(scratch, "planted", "allowed.mjs");
    const view = join(facts, "index.json");
    writeFileSync(
      entry,
      `import { readFileSync } from "node:fs";\nexport const app = { render: async () => new Response(readFileSync(${JSON.stringify(view)}, "utf8")) };\n`,
    );
    const allowed = join(scratch, "allowed");
    mkdirSync(allowed);
    await drawPages({
      nodePath,
      site: { ...site, entry },
      facts,
      out: allowed,
      base,
      pages: into(allowed, ["/facts/"]),
    });
    expect(readFileSync(join(allowed, "facts", "index.html"), "utf8")).toContain("Fake & Sons");
  });
});

function htmlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
}

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];

function elements(html: string): Element[] {
  const found: Element[] = [];
  const walk = (node: Node): void => {
    if ("tagName" in node) found.push(node);
    if ("childNodes" in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}
