import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCommandLine } from "../../scripts/command-line.ts";
import { type ServedFolder, serveFolder } from "../../scripts/serve-folder.ts";
import { checkOutput } from "../../src/adapters/publish/check-output.ts";
import { siteKey } from "../../src/adapters/render/site-key.ts";
import { project } from "../../src/core/audience/project.ts";
import { readerOf } from "../../src/core/audience/reader.ts";
import { check } from "../../src/core/check.ts";
import { addressOfHandbook, HANDBOOK } from "../../src/core/views/handbook-pages.ts";
import { pagesOf } from "../../src/core/views/pages.ts";
import { searchDocument } from "../../src/core/views/search-document.ts";
import { viewContext } from "../../src/core/views/view-context.ts";
import { readContent } from "../../src/loader/read-content.ts";
import { checkImports } from "../architecture/check-imports.ts";
import { sourceOf } from "../architecture/source.ts";
import { closeBrowser, openPage } from "../support/browser.ts";
import {
  BASE,
  drawnHandbook,
  EXAMPLES,
  NOW,
  readExamples,
  SOURCES,
  shellWords,
  siteFor,
  TEXTS,
  wordsOf,
} from "./handbook-site.ts";

const root = resolve(import.meta.dirname, "../..");
const scratch = mkdtempSync(join(tmpdir(), "tidemark-handbook-"));
const content = join(scratch, "content");
let folder: string;
let paths: string[];
let files: readonly string[];
let served: ServedFolder;

beforeAll(async () => {
  ({ folder, paths, files } = await drawnHandbook(scratch));
  served = await serveFolder({ folder, base: BASE, port: 0 });
}, 180_000);
afterAll(async () => {
  await closeBrowser();
  await served.close();
  rmSync(scratch, { recursive: true });
});

describe("the handbook is part of the internal site", () => {
  test("every page of the list has its text and every text is on the list", () => {
    const files = readdirSync(join(root, SOURCES)).sort();
    expect(files).toEqual(HANDBOOK.map(({ id }) => `${id}.mdx`).sort());
  });

  test("every page is drawn, and no link of the site leads nowhere", () => {
    const report = checkOutput({
      folder,
      base: BASE,
      origin: "https://tidemark.example.org",
      expectedPages: paths,
      expectedFiles: files,
    });
    expect(paths).toEqual(expect.arrayContaining(HANDBOOK.map(addressOfHandbook)));
    expect(report.pages).toEqual({ missing: [], unexpected: [] });
    // Pictures of entries are copied by the build, which this is not.
    expect(report.deadLinks.filter(({ link }) => !link.includes("/media/"))).toEqual([]);
  });

  test("a changed text makes a new key of the compiled site, so its page is drawn anew", () => {
    const program = join(scratch, "program");
    for (const path of ["src/core", "public", SOURCES]) mkdirSync(join(program, path), { recursive: true });
    for (const name of ["astro.config.mjs", "package.json"]) writeFileSync(join(program, name), "");
    const text = join(program, SOURCES, "roles.mdx");
    writeFileSync(text, "one");
    const before = siteKey(program, "/");
    expect(siteKey(program, "/")).toBe(before);
    writeFileSync(text, "two");
    expect(siteKey(program, "/")).not.toBe(before);
  });

  test("every page is found by its title, its summary and its topics, which are words of its text", () => {
    const { pages } = siteFor(scratch, "internal");
    for (const page of HANDBOOK) {
      const drawn = pages.find(({ path }) => path === addressOfHandbook(page))!;
      const found = searchDocument(drawn)!;
      expect(found.kind).toBe("Handbook");
      const words = `${TEXTS.get(page.id)} ${page.title} ${page.summary}`.toLowerCase();
      const missing = page.topics.filter((topic) => !words.includes(topic.toLowerCase()));
      expect(missing, page.id).toEqual([]);
      expect(found.html, page.id).toContain(page.topics.join(", "));
    }
  });

  test("outsiders get none of it, and a link to it in a public text is text for them", () => {
    const file = join(content, "incidents/2026-03-14-checkout-timeouts.mdx");
    const { site, pages } = siteFor(scratch, "public");
    expect(pages.filter(({ path }) => path.startsWith("/handbook/"))).toEqual([]);
    expect(JSON.stringify(site)).not.toContain("handbook");
    writeFileSync(
      file,
      `${readFileSync(file, "utf8")}\nRead the [roles](/handbook/roles/) and the [list](/incidents/).\n`,
    );
    const { knowledgeBase, diagnostics } = readContent(content, join(scratch, "cache"));
    expect(diagnostics).toEqual([]);
    const reader = readerOf(knowledgeBase!.site, "public")!;
    const context = viewContext(project(knowledgeBase!, reader, NOW), NOW);
    const entry = [...pagesOf(context)].find(
      ({ path }) => path === "/incidents/2026-03-14-checkout-timeouts/",
    );
    expect(JSON.stringify(entry?.view)).toContain(
      'Read the roles and the <a href=\\"/kb/incidents/\\">list</a>.',
    );
  });
});

describe("what the handbook says is so", () => {
  test("its examples pass the check without a remark", () => {
    const read = readExamples(scratch);
    const found = check(read.knowledgeBase, read.diagnostics, read.sourceOf, NOW);
    const files = [...Object.values(EXAMPLES), "changes/2026-03.yaml"].map((file) => `content/${file}`);
    expect(found.filter(({ file }) => files.includes(file))).toEqual([]);
    expect(read.knowledgeBase?.look.runbook.get("confirmations-wait")?.body.words).toBeGreaterThan(20);
  });

  test("its commands are commands and its options are options", () => {
    const silent = { write: () => {}, writeError: () => {} };
    const lines = [...TEXTS.values()].flatMap((text) =>
      [...text.matchAll(/^npm run tidemark -- (.+)$/gm)].map(([, line]) => line!),
    );
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines)
      expect(() => readCommandLine(shellWords(line), "0", silent), line).not.toThrow();
    const tables = readdirSync(join(root, "scripts/command-line")).map(
      (file) => `scripts/command-line/${file}`,
    );
    const known = ["scripts/command-line.ts", "scripts/new/new-options.ts", ...tables]
      .map((file) => readFileSync(join(root, file), "utf8"))
      .join("\n");
    for (const [id, text] of TEXTS)
      for (const [option] of text.replace(/^```[\s\S]*?^```$/gm, "").matchAll(/(?<=`)--[a-z-]+/g))
        expect(option === "--help" || known.includes(`"${option}`), `${id}: ${option}`).toBe(true);
  });

  test("it shows the sections of a postmortem, the severities and the audiences of this knowledge base", () => {
    expect(wordsOf(folder, "writing-a-postmortem")).toMatch(/Impact, with numbers\s+12/);
    expect(wordsOf(folder, "severity")).toMatch(/SEV1 · Critical .*draft in 48 h, final in 7 days/);
    expect(wordsOf(folder, "action-items")).toMatch(/SEV3 · Minor\s+no rule/);
    expect(wordsOf(folder, "visibility")).toMatch(/internal\s+Everybody in the organisation/);
  });

  test("its pages are short, calm, and import nothing but pieces of the site", () => {
    for (const [id, text] of TEXTS) {
      const count = wordsOf(folder, id).split(" ").length;
      expect(count, id).toBeGreaterThan(250);
      expect(count, id).toBeLessThan(700);
      // In code it is Markdown's sign for a picture.
      expect(text.replace(/`[^`\n]+`/g, "").match(/!/), id).toBeNull();
      const imports = text.split("\n").filter((line) => line.startsWith("import "));
      expect(checkImports(sourceOf(`${SOURCES}/${id}.ts`, imports.join("\n"))), id).toEqual([]);
    }
  });
});

test("every page keeps to the security policy and to its host, and does not scroll sideways on a phone", {
  timeout: 90_000,
}, async () => {
  for (const page of HANDBOOK) {
    const path = addressOfHandbook(page).slice(1);
    const {
      page: tab,
      requests,
      complaints,
      close,
    } = await openPage(served.address + path, {
      viewport: { width: 360, height: 780 },
    });
    const { origin } = new URL(served.address);
    expect(
      requests.filter((address) => !address.startsWith(origin)),
      path,
    ).toEqual([]);
    expect(complaints, path).toEqual([]);
    expect(await tab.locator("[style], style, script:not([src])").count(), path).toBe(0);
    expect(await tab.locator('.nav a[aria-current="page"]').textContent(), path).toBe("Handbook");
    expect(
      await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      path,
    ).toBeLessThanOrEqual(0);
    await close();
  }
});
