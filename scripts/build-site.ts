// The river from content to a published site, for `build` and `dev`.
import { hash } from "node:crypto";
import { join } from "node:path";
import { publishSite } from "../src/adapters/publish/publish-site.ts";
import { compileSite } from "../src/adapters/render/compile-site.ts";
import { drawPages } from "../src/adapters/render/draw-pages.ts";
import { DrawnPages } from "../src/adapters/render/drawn-pages.ts";
import { indexSite } from "../src/adapters/search/index-site.ts";
import type { SearchDocument } from "../src/adapters/search/search-document.ts";
import { asKnownAt } from "../src/core/audience/as-known-at.ts";
import { project } from "../src/core/audience/project.ts";
import { readerOf } from "../src/core/audience/reader.ts";
import { check } from "../src/core/check.ts";
import type { Diagnostic } from "../src/core/diagnostic.ts";
import type { Page } from "../src/core/views/page.ts";
import { pagesOf } from "../src/core/views/pages.ts";
import { searchDocument } from "../src/core/views/search-document.ts";
import { siteView } from "../src/core/views/site-view.ts";
import { viewContext } from "../src/core/views/view-context.ts";
import { copyMedia } from "../src/loader/copy-media.ts";
import { cacheFolderOf, readContent } from "../src/loader/read-content.ts";
import { readFacts } from "../src/loader/read-facts.ts";
import { writeFacts } from "../src/loader/write-facts.ts";
import { acquireLock } from "../src/locks/lock.ts";
import type { CommandContext } from "./command.ts";
import { cpuMilliseconds } from "./cpu-clock.ts";
import { withUnreadableDiagrams } from "./diagrams/unreadable-diagrams.ts";
import { type GateReport, gateSite } from "./gate-site.ts";
import { placeFiles } from "./place-files.ts";
import { presentOf } from "./present-of.ts";
import { refuseWithin } from "./refuse-within.ts";
import { rememberBuild } from "./status/remember-build.ts";

/** What to build. */
export interface BuildRequest {
  readonly audience: string;
  /** Where the site goes, absolute. */
  readonly out: string;
  /** Looks at the finished site in its folder beside the standing one; then nothing is published. */
  readonly rehearse?: (folder: string) => void;
}

/** How a build ended. */
export type BuildOutcome =
  | {
      readonly kind: "published";
      readonly out: string;
      readonly pages: number;
      readonly drawn: number;
      readonly files: number;
      readonly report: GateReport;
      readonly phases: readonly Phase[];
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly kind: "held-back"; readonly report: GateReport }
  | { readonly kind: "content"; readonly diagnostics: readonly Diagnostic[]; readonly files: number }
  | { readonly kind: "unknown-audience"; readonly known: readonly string[] };

/** What one step of a build took, this process and its children together. */
export interface Phase {
  readonly name: string;
  readonly milliseconds: number;
  /** CPU time, user and system. */
  readonly cpuMilliseconds: number;
}

/** content → check → facts for one audience → Astro → search → gates → swap. */
export async function buildSite(
  context: CommandContext<unknown>,
  request: BuildRequest,
): Promise<BuildOutcome> {
  const phases: Phase[] = [];
  let last = { wall: performance.now(), cpu: cpuMilliseconds() };
  const lap = (name: string): void => {
    const here = { wall: performance.now(), cpu: cpuMilliseconds() };
    phases.push({ name, milliseconds: here.wall - last.wall, cpuMilliseconds: here.cpu - last.cpu });
    last = here;
  };
  const cacheFolder = cacheFolderOf(context.contentDir);
  for (const folder of [context.contentDir, cacheFolder]) refuseWithin(folder, request.out);
  const content = readContent(context.contentDir, cacheFolder);
  lap("read");
  const { knowledgeBase } = content;
  const now = presentOf(context, knowledgeBase?.site);
  const found = check(knowledgeBase, content.diagnostics, content.sourceOf, now);
  const diagnostics = await withUnreadableDiagrams(content, found);
  lap("check");
  if (!knowledgeBase || diagnostics.some(({ severity }) => severity === "error"))
    return { kind: "content", diagnostics, files: content.files };
  const reader = readerOf(knowledgeBase.site, request.audience);
  if (!reader)
    return {
      kind: "unknown-audience",
      known: ["internal", "public", ...knowledgeBase.site.audiences.map(({ id }) => id)],
    };
  const projection = project(asKnownAt(knowledgeBase, now), reader, now);
  const views = viewContext(projection, now, content.sourceOf);
  const { projectDir, nodePath } = context.environment;
  const home = join(cacheFolder, "audiences", request.audience);
  let drawn = 0;
  let paths: readonly string[] = [];
  let files: readonly string[] = [];
  let publicTexts: readonly string[] = [];
  let clientTexts: readonly string[] = [];
  const gated = reader.id !== "internal";
  // Builds of one audience share its facts and its drawn pages, wherever their sites go.
  const lock = acquireLock(join(home, "lock"), context.now);
  const outcome = await publishSite({
    out: request.out,
    now: context.now,
    renews: true,
    produce: async ({ folder }) => {
      const texts: string[] = [];
      const facts = writeFacts(join(home, "facts"), siteView(views), pagesOf(views), (page, json) => {
        if (gated) texts.push(page.title, json);
      });

      paths = facts.pages.map(({ path }) => path);
      lap("facts");
      const site = await compileSite({
        projectDir,
        nodePath,
        cacheFolder,
        base: views.base,
        signal: context.signal,
      });
      lap("compile site");
      publicTexts = texts;
      clientTexts = gated ? site.clientTexts() : [];
      const store = new DrawnPages(
        join(home, "drawn"),
        hash("sha256", site.key + JSON.stringify(facts.site)),
      );
      const pages = facts.pages.map(({ path, view }) => ({ path, digest: view }));
      const stale = store.stale(pages);
      drawn = stale.length;
      await drawPages({
        nodePath,
        site,
        facts: join(home, "facts"),
        out: store.folder,
        base: views.base,
        pages: stale,
        signal: context.signal,
      });
      store.remember(pages);
      lap("draw");
      store.placeIn(folder, pages, ["pagefind"]);
      site.copyClientTo(folder);
      copyMedia(content.folder, projection.assets, join(folder, "media"));
      files = placeFiles(folder, views, facts, (text) => gated && texts.push(text));
      lap("place");
      await indexSite({
        folder,
        made: hash("sha256", site.key + JSON.stringify(facts.pages)),
        documents: () => [...readFacts(join(home, "facts"), facts)].flatMap(searchDocuments),
        cache: join(home, "search"),
        language: projection.site.locales[0] ?? "en",
      });
      lap("search");
    },
    gate: async ({ folder }) => {
      const report = gateSite({
        projectDir,
        folder,
        base: views.base,
        paths,
        files,
        knowledgeBase,
        projection,
        publicTexts,
        clientTexts,
        cacheFile: join(home, "gates.json"),
      });
      lap("gates");
      if (report.passed) request.rehearse?.(folder);
      return { passed: report.passed && request.rehearse === undefined, report };
    },
  }).finally(() => lock.release());
  lap("swap");
  if (outcome.kind === "held-back") return { kind: "held-back", report: outcome.report };
  if (gated) rememberBuild(context, request, content, views);
  return {
    kind: "published",
    out: request.out,
    pages: paths.length,
    drawn,
    files: content.files,
    report: outcome.report,
    phases,
    diagnostics,
  };
}

function searchDocuments(page: Page): SearchDocument[] {
  const document = searchDocument(page);
  if (document === undefined) return [];
  const { path, ...rest } = document;
  return [{ ...rest, url: path, meta: {} }];
}
