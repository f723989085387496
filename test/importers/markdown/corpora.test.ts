import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compileBody } from "../../../src/core/markdown/compile-body.ts";
import { MARKDOWN_ENDING } from "../../../src/importers/markdown/entry-id.ts";
import { readHead } from "../../../src/importers/markdown/front-matter.ts";
import { toSafeMdx } from "../../../src/importers/markdown/to-safe-mdx.ts";
import { digestsOf } from "../../support/content-folder.ts";
import { corporaFolder, corpusFolder, MARKDOWN_CORPORA, textsIn } from "../../support/corpora.ts";
import { countByCmark, countByMarkdownIt, hasCmark, lostWords, wordsByCmark } from "../../support/gfm.ts";
import { runBuild, runCheck, runTidemark } from "../../support/run-tidemark.ts";

const book = {
  link: (address: string) => ({ to: address }),
  image: () => ({ why: "pictures are not part of this test" }),
};

/** Text of the sources as GFM: front matter and comments apart, line ends alike. */
function sourcesOf(folder: string) {
  return textsIn(folder, (path) => MARKDOWN_ENDING.test(path)).map(({ path, text }) => ({
    path,
    markdown: readHead(path, text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n"), () => {}).body,
  }));
}

describe.each(MARKDOWN_CORPORA)("$name", ({ name }) => {
  const folder = corpusFolder(name);
  const absent = folder === undefined ? ` (skipped: ${corporaFolder} has no ${name})` : "";
  const withoutCmark = hasCmark() ? "" : " (skipped: cmark-gfm is not installed)";

  test.skipIf(folder === undefined)(
    `every text has a form that the guard passes, block for block as markdown-it sees it${absent}`,
    () => {
      for (const { path, markdown } of sourcesOf(folder!)) {
        const safe = toSafeMdx(markdown, book);
        expect(safe, path).toBeDefined();
        expect(compileBody(path, safe!.mdx, 1).findings, path).toEqual([]);
        expect(
          safe!.notes.filter(({ what }) => what === "kept-as-code"),
          path,
        ).toEqual([]);
        expect(countByMarkdownIt(safe!.mdx), path).toEqual(countByMarkdownIt(markdown));
      }
    },
  );

  test.skipIf(folder === undefined || !hasCmark())(
    `GitHub's parser counts the same structures and misses no word${absent}${withoutCmark}`,
    () => {
      for (const { path, markdown } of sourcesOf(folder!)) {
        const { mdx, notes } = toSafeMdx(markdown, book)!;
        const noted = (what: string) => notes.filter((note) => note.what === what).length;
        const before = countByCmark(markdown);
        // A picture of another host becomes a link; one that is not there becomes its description.
        const expected = { ...before, links: before.links + noted("picture-as-link"), pictures: 0 };
        expect(countByCmark(mdx), path).toEqual(expected);
        expect(lostWords(wordsByCmark(markdown), wordsByCmark(mdx)), path).toEqual([]);
      }
    },
  );
});

/** The quick run takes three of them; `npm run test:all` takes all. */
const wanted =
  process.env.TIDEMARK_TESTS === "all"
    ? undefined
    : ["dfds-postmortems", "2i2c-incident-reports", "agglayer-runbooks"];
const present = MARKDOWN_CORPORA.filter(
  ({ name }) => corpusFolder(name) !== undefined && (wanted?.includes(name) ?? true),
);

describe.skipIf(present.length === 0)(
  `corpora side by side${present.length === 0 ? ` (skipped: there is no ${corporaFolder})` : ""}`,
  () => {
    const root = mkdtempSync(join(tmpdir(), "tidemark-corpora-"));
    const content = join(root, "content");
    const outputs = new Map<string, string>();

    beforeAll(async () => {
      for (const { name, kind } of present) {
        const run = await runTidemark([
          "import",
          "markdown",
          corpusFolder(name)!,
          "--kind",
          kind,
          "--out",
          content,
          "--format",
          "json",
        ]);
        expect([name, run.code, run.stderr]).toEqual([name, 0, ""]);
        outputs.set(name, run.stdout);
      }
    }, 240_000);
    afterAll(() => rmSync(root, { recursive: true, force: true }));

    test.each(present)("$name gives at least $atLeast entries", ({ name, kind, atLeast }) => {
      const { files } = JSON.parse(outputs.get(name)!) as { files: { to: { path: string }[] }[] };
      const entries = files.flatMap(({ to }) => to).filter(({ path }) => path.startsWith(`${kind}s/`));
      expect(entries.length).toBeGreaterThanOrEqual(atLeast);
      expect(new Set(entries.map(({ path }) => path)).size).toBe(entries.length);
    });

    test("what comes out passes the check", async () => {
      const { code, diagnostics } = await runCheck({ root, content });
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(code).toBe(0);
    });

    test("importing again changes nothing", async () => {
      const before = digestsOf(content);
      for (const { name, kind } of present) {
        const run = await runTidemark([
          "import",
          "markdown",
          corpusFolder(name)!,
          "--kind",
          kind,
          "--out",
          content,
          "--quiet",
        ]);
        expect([name, run.code]).toEqual([name, 0]);
      }
      expect(digestsOf(content)).toEqual(before);
    }, 240_000);

    test("it builds, and its words are in the search index", async () => {
      const run = await runBuild({ root, content });
      expect([run.code, run.stderr]).toEqual([0, ""]);
      const pages = ["postmortems", "runbooks"].flatMap((folder) =>
        readdirSync(join(content, folder)).map((file) =>
          join(run.out, folder, file.replace(/\.mdx$/, ""), "index.html"),
        ),
      );
      expect(pages.filter((page) => !existsSync(page))).toEqual([]);
      expect(
        JSON.parse(readFileSync(join(run.out, "pagefind", "pagefind-entry.json"), "utf8")).languages.en
          .page_count,
      ).toBeGreaterThanOrEqual(pages.length);
    }, 240_000);
  },
);
