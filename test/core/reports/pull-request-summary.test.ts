import { describe, expect, test } from "vitest";
import { contentDifference } from "../../../src/core/reports/pull-request/content-difference.ts";
import {
  type PullRequestFacts,
  pullRequestSummary,
} from "../../../src/core/reports/pull-request/pull-request-summary.ts";
import { buildEntry, type Fields } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";

const HOSTILE = [
  "<img src=x onerror=alert(1)>",
  "[click](javascript:alert(1))",
  "Fixes #1",
  "@everyone",
  "<!-- hidden",
  "`code` ```",
  "\u202eturned",
  "https://evil.example.org/",
];

describe("the summary", () => {
  test.each(HOSTILE)("lets words of strangers say themselves and nothing else: %s", (title) => {
    const words = title.replace("\u202e", "");
    const text = summary([], [incident("2026-03-14-a", { title: words })], {
      secrets: [{ path: `content/${title}.mdx`, line: 1, kind: title }],
      becomesPublic: {
        first: false,
        files: [{ path: "a/index.html", change: "changed", words: [{ sign: "+", line: title }] }],
      },
    });
    // Between backquotes nothing has a meaning.
    const read = text.replace(/(?<!\\)`[^`\n]*`/g, "");
    expect(read).not.toMatch(/(?<!\\)<(?:img|!--)|(?<!\\)\]\(|#1|@everyone|:\/\//);
    expect(text).not.toContain("\u202e");
    // Backquotes come in pairs of ours alone.
    for (const line of text.split("\n"))
      expect((line.replace(/\\`/g, "").match(/`/g) ?? []).length % 2).toBe(0);
  });

  test("does not call an entry gone whose file cannot be read at present", () => {
    const old = incident("2026-03-14-a");
    const broken = {
      broken: [{ kind: "incident", id: "2026-03-14-a", file: "content/incidents/2026-03-14-a.mdx" }],
    } as const;
    const now = buildKnowledgeBase([], broken);
    expect(contentDifference(buildKnowledgeBase([old]), now).removed).toEqual([]);
    expect(contentDifference(buildKnowledgeBase([old]), buildKnowledgeBase()).removed).toHaveLength(1);
  });

  test("names each turn of an action item once", () => {
    const item = (more: Fields) =>
      incident("2026-03-14-a", {
        actionItems: [
          {
            id: "ai-1",
            title: "Do",
            kind: "prevent",
            owner: "ada",
            opened: "2026-03-15",
            due: "2026-03-20",
            status: "open",
            ...more,
          },
        ],
      });
    const changes = (before: Fields, after: Fields) =>
      contentDifference(buildKnowledgeBase([item(before)]), buildKnowledgeBase([item(after)])).items.map(
        ({ change }) => change,
      );
    const done = { status: "done", done: "2026-03-18" };
    expect(changes({}, {})).toEqual([]);
    expect(changes({}, done)).toEqual(["done"]);
    expect(changes(done, {})).toEqual(["reopened"]);
    expect(changes({}, { status: "dropped", dropped: "2026-03-18", reason: "No" })).toEqual(["dropped"]);
    expect(changes({}, { slips: [{ to: "2026-04-01", on: "2026-03-19", reason: "Ill" }] })).toEqual([
      "slipped",
    ]);
    expect(changes({}, { status: "in-progress" })).toEqual([]);
  });

  test("cuts a long list and says how many more there are", () => {
    const many = Array.from({ length: 60 }, (_, index) => incident(`2026-03-14-n${index}`));
    const text = summary([], many);
    expect(text.match(/^- Incident /gm)).toHaveLength(50);
    expect(text).toContain("- and 10 more");
  });
});

function incident(id: string, more: Fields = {}) {
  return buildEntry("incident", id, more);
}

function summary(
  before: ReturnType<typeof incident>[],
  after: ReturnType<typeof incident>[],
  more: Partial<PullRequestFacts> = {},
): string {
  const knowledgeBase = buildKnowledgeBase(after);
  const difference = contentDifference(buildKnowledgeBase(before), knowledgeBase);
  return pullRequestSummary({ knowledgeBase, difference, secrets: [], ...more });
}
