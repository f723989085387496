import { expect, test } from "vitest";
import { project } from "../../../src/core/audience/project.ts";
import { readerOf } from "../../../src/core/audience/reader.ts";
import { compileBody } from "../../../src/core/markdown/compile-body.ts";
import { epochOf } from "../../../src/core/time.ts";
import { postmortemView } from "../../../src/core/views/postmortem-view.ts";
import { viewContext } from "../../../src/core/views/view-context.ts";
import { buildEntry, buildIncident } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";
import { NOW } from "../../support/builders/find.ts";

test("a draft says what is still to be written and what each part is worth", () => {
  const { writing } = viewFor("draft", "internal", SUMMARY_ONLY);
  // Of 100 the summary is 12; detection is begun, the other ten sections of the rubric are not.
  expect(writing?.score).toBe(12);
  expect(writing?.open.map(({ title }) => title)).toHaveLength(11);
  expect(writing?.open.filter(({ begun }) => begun)).toEqual([
    { title: "Detection", points: 8, begun: true },
  ]);
  expect(writing?.open.reduce((sum, { points }) => sum + points, 0)).toBe(88);
});

test("a final postmortem says nothing of it, and outsiders never hear of it", () => {
  expect(viewFor("final", "internal", SUMMARY_ONLY).writing).toBeUndefined();
  expect(viewFor("draft", "public", SUMMARY_ONLY)?.writing).toBeUndefined();
});

test("a word of the field leads to the glossary for the team and is plain for outsiders", () => {
  const text = "## Summary\n\nA near miss; `near miss` in code.\n";
  expect(viewFor("final", "internal", text).bodyHtml).toContain(
    'A <a class="term" href="/handbook/glossary/#near-miss">near miss</a>; <code>near miss</code> in code.',
  );
  expect(viewFor("final", "public", text).bodyHtml).toContain("A near miss; <code>near miss</code> in code.");
});

const SUMMARY_ONLY = "## Summary\n\nReceipts were late.\n\n## Detection\n\nTODO\n";

function viewFor(state: "draft" | "final", audience: string, source: string) {
  const id = "2026-03-02-slow-search";
  const postmortem = buildEntry(
    "postmortem",
    id,
    {
      visibility: "public",
      state,
      ...(state === "final" ? { lesson: "Watch the index.", finalized: "2026-03-05T10:00:00Z" } : {}),
    },
    compileBody(`content/postmortems/${id}.mdx`, source, 1).body,
  );
  const knowledgeBase = buildKnowledgeBase([buildIncident({ visibility: "public" }), postmortem]);
  const now = epochOf(NOW);
  const context = viewContext(project(knowledgeBase, readerOf(knowledgeBase.site, audience)!, now), now);
  return postmortemView(context, context.projection.postmortems[0] ?? postmortem);
}
