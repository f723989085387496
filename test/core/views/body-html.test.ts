import { expect, test } from "vitest";
import { project } from "../../../src/core/audience/project.ts";
import { readerOf } from "../../../src/core/audience/reader.ts";
import type { Asset } from "../../../src/core/knowledge-base/knowledge-base.ts";
import { compileBody } from "../../../src/core/markdown/compile-body.ts";
import { epochOf } from "../../../src/core/time.ts";
import { bodyHtml } from "../../../src/core/views/body-html.ts";
import { viewContext } from "../../../src/core/views/view-context.ts";
import { buildEntry, buildIncident } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";
import { NOW } from "../../support/builders/find.ts";

const HIDDEN = "## Shown\n\n<Internal>\n\n## Hidden\n\nWords\n\n</Internal>\n\n";

test("a link to a heading of an Internal block becomes text for outsiders and leads there for the team", () => {
  const text = `${HIDDEN}[see](#hidden) and [up](#shown)`;
  expect(linksOf(text, "public")).toEqual(["#shown"]);
  expect(linksOf(text, "internal")).toEqual(["#hidden", "#shown"]);
});

test("a link to a hidden heading of another page opens that page for outsiders", () => {
  const text = "[see](../incidents/2026-03-02-slow-search.mdx#hidden)";
  expect(linksOf(text, "public")).toEqual(["/incidents/2026-03-02-slow-search/"]);
  expect(linksOf(text, "internal")).toEqual(["/incidents/2026-03-02-slow-search/#hidden"]);
});

test("a link to a picture opens the picture", () => {
  expect(linksOf("[as a picture](../images/load.png)", "public")).toEqual([
    expect.stringMatching(/^\/media\/.+\.png$/),
  ]);
  expect(linksOf("<Internal>[as a picture](../images/load.png)</Internal>", "public")).toEqual([]);
});

test("the first use of a taxonomy's word of several words and of the field's own leads to what it means, for the team", () => {
  const text = "A word came first, a\nword again, then the error budget and `a word`.";
  expect(linksOf(text, "internal")).toEqual([
    expect.stringMatching(/^\/taxonomy\/[a-z-]+\/[a-z-]+\/$/),
    "/handbook/glossary/#error-budget",
  ]);
  expect(linksOf(text, "public")).toEqual([]);
});

/** Where the links of a postmortem's text lead for a reader. */
function linksOf(source: string, audience: string): string[] {
  const asset: Asset = {
    path: "images/load.png",
    digest: "0123456789abcdef0123456789abcdef",
    type: "png",
  } as Asset;
  const postmortem = buildEntry(
    "postmortem",
    "2026-03-02-slow-search",
    {
      visibility: "public",
      state: "final",
      lesson: "Watch the index.",
      finalized: "2026-03-05T10:00:00Z",
    },
    compileBody("content/postmortems/2026-03-02-slow-search.mdx", source, 1).body,
  );
  const incident = {
    ...buildIncident({ visibility: "public" }),
    body: compileBody("content/incidents/2026-03-02-slow-search.mdx", HIDDEN, 1).body,
  };
  const knowledgeBase = buildKnowledgeBase([incident, postmortem], { assets: [asset] });
  const now = epochOf(NOW);
  const context = viewContext(project(knowledgeBase, readerOf(knowledgeBase.site, audience)!, now), now);
  const [shown] = context.projection.postmortems;
  const html = bodyHtml(context, shown!, { incidents: [], actionItems: [] });
  return [
    ...html.replace(/<a class="anchor"[^>]*>/g, "").matchAll(/<a (?:class="term" )?href="([^"]*)"/g),
  ].map(([, url]) => url!);
}
