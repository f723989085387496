import { realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { asKnownAt } from "../../src/core/audience/as-known-at.ts";
import { project } from "../../src/core/audience/project.ts";
import { readerOf } from "../../src/core/audience/reader.ts";
import { check } from "../../src/core/check.ts";
import { epochOf } from "../../src/core/time.ts";
import { pagesOf } from "../../src/core/views/pages.ts";
import { gatherStatus } from "../../src/core/views/status/gather-status.ts";
import { viewContext } from "../../src/core/views/view-context.ts";
import { readContent } from "../../src/loader/read-content.ts";
import { statusFiles } from "../../src/site/status/status-site.ts";
import { digestsOf, type Files, makeContentFolder, writeFiles } from "../support/content-folder.ts";
import { runBuild } from "../support/run-tidemark.ts";
import { BASE, INNER } from "./two-audiences/content.ts";
import { MUTATIONS } from "./two-audiences/mutations.ts";

const NOW = epochOf("2026-04-01T08:00:00Z");
const cleanUp: string[] = [];
const base = viewsOf(BASE);
const folder = makeContentFolder(BASE);
afterAll(() => rmSync(folder.root, { recursive: true, force: true }));

describe("what outsiders read", () => {
  test("holds no inner word, in any field of any view", () => {
    const views = Object.entries(base.views);
    expect(
      views
        .filter(([, view]) => INNER.test(view))
        .map(([path, view]) => `${path}: ${INNER.exec(view)} in ${view}`),
    ).toEqual([]);
    expect(views.map(([path]) => path).filter((path) => INNER.test(path))).toEqual([]);
    expect(views.some(([, view]) => view.includes("Payment failed on Saturday"))).toBe(true);
  });

  test.each(MUTATIONS)("stays the same, whatever happens to %s", (_, files) => {
    const mutated = viewsOf({ ...BASE, ...files });
    expect(mutated.errors).toEqual([]);
    expect(mutated.views).toEqual(base.views);
    expect(mutated.assets).toEqual(base.assets);
  });
});

test("two builds for outsiders are the same bytes though all that is internal changed, and pass the gates", async () => {
  const first = await runBuild(folder, "public");
  expect(first).toMatchObject({ code: 0, stderr: "" });
  const before = digestsOf(realpathSync(first.out));
  for (const [, files] of MUTATIONS.filter(([name]) => name !== "its existence" && name !== "its name"))
    writeFiles(folder.content, files);
  const second = await runBuild(folder, "public");
  expect(second).toMatchObject({ code: 0, stderr: "" });
  expect(realpathSync(second.out)).not.toBe(realpathSync(first.out.replace(/public$/, ".public-1")));
  expect(digestsOf(realpathSync(second.out))).toEqual(before);
});

/** Everything that the templates of the public site would be given. */
function viewsOf(files: Files) {
  const { content, root } = contentFolderOf(files);
  const { knowledgeBase, diagnostics, sourceOf } = readContent(content, join(root, "cache"));
  if (!knowledgeBase) throw new Error(JSON.stringify(diagnostics));
  const errors = check(knowledgeBase, diagnostics, sourceOf, NOW).filter(
    ({ severity }) => severity === "error",
  );
  const projection = project(asKnownAt(knowledgeBase, NOW), readerOf(knowledgeBase.site, "public")!, NOW);
  const context = viewContext(projection, NOW);
  const pages = [...pagesOf(context)];
  return {
    errors,
    assets: projection.assets,
    views: Object.fromEntries([
      ...pages.map(
        ({ path, title, template, view }) => [path, JSON.stringify({ title, template, view })] as const,
      ),
      ...statusFiles(gatherStatus(context)).map(
        ({ path, content }) => [path, typeof content === "string" ? content : `${content.pixels}`] as const,
      ),
    ]),
  };
}

function contentFolderOf(files: Files) {
  const made = makeContentFolder(files);
  cleanUp.push(made.root);
  return made;
}
afterAll(() => {
  for (const root of cleanUp) rmSync(root, { recursive: true, force: true });
});
