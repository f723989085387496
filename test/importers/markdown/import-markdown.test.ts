import { describe, expect, test } from "vitest";
import { isUntouched } from "../../../src/importers/markdown/imported-document.ts";
import { digestOf, documentAt, importTexts, notesOf } from "../../support/import-request.ts";

const paths = (texts: Record<string, string>, more = {}) =>
  importTexts(texts, more).documents.map(({ path }) => path);

describe("ids", () => {
  test("come from file names, folders' pages from their folders, and front matter keeps old addresses", () => {
    const plan = importTexts(
      {
        "PM2021-004 - ADFS Ausfälle.md": "# a",
        "api/README.md": "# b",
        "x.html.md.erb": "---\naliases: [/runbooks/Old_Name/]\n---\n# c",
      },
      { kind: "runbook" },
    );
    expect(plan.documents.map(({ path }) => path)).toEqual([
      "runbooks/pm2021-004-adfs-ausfalle.mdx",
      "runbooks/api.mdx",
      "runbooks/x.mdx",
    ]);
    expect(documentAt(plan, "runbooks/x.mdx")).toContain("aliases:\n  - old-name\n");
  });

  test("of one name get their folders in front, whatever the order", () => {
    const texts = { "a/pool.md": "# 1", "b/pool.md": "# 2", "pool.md": "# 3" };
    const turned = Object.fromEntries(Object.entries(texts).reverse());
    expect(paths(texts)).toEqual([
      "postmortems/a-pool.mdx",
      "postmortems/b-pool.mdx",
      "postmortems/pool.mdx",
    ]);
    expect(importTexts(turned)).toEqual(importTexts(texts));
  });

  test("that others have already are not taken, and an earlier import keeps its own", () => {
    const standing = [
      { path: "postmortems/pool.mdx", aliases: ["tank"], untouched: false },
      { path: "postmortems/earlier.mdx", aliases: [], from: "source/b.md", untouched: true },
    ];
    expect(paths({ "pool.md": "# 1", "tank.md": "# 2", "b.md": "# 3" }, { standing })).toEqual([
      "postmortems/earlier.mdx",
      "postmortems/source-pool.mdx",
      "postmortems/source-tank.mdx",
    ]);
  });
});

describe("links between what is imported", () => {
  test.each([
    ["b.md", "/runbooks/b/"],
    ["./b.md?plain=1#two-words", "/runbooks/b/#two-words"],
    ["b.html#Two_Words", "/runbooks/b/#two-words"],
    ["b#gone", "/runbooks/b/"],
    ["sub/", "/runbooks/sub/"],
    ["/sub/index.md", "/runbooks/sub/"],
    ["/source/b", "/runbooks/b/"],
    ["#top-of-a", "#top-of-a"],
    ["#gone", undefined],
    ["c.md", undefined],
    ["../b.md", undefined],
    ["b.yaml", undefined],
  ])("%s", (address, expected) => {
    const plan = importTexts(
      { "a.md": `# Top of a\n\n[go](${address})`, "b.md": "# b\n\n## Two words", "sub/index.md": "# sub" },
      { kind: "runbook" },
    );
    expect(documentAt(plan, "runbooks/a.mdx")).toContain(
      expected === undefined ? "\ngo\n" : `[go](${expected})`,
    );
    expect(notesOf(plan).some((note) => /link-as-text/.test(note))).toBe(expected === undefined);
  });

  test("to a file that is left out become text", () => {
    const plan = importTexts({
      "a.md": "[go](template.md) [on](empty.md)",
      "template.md": "# T",
      "empty.md": " ",
    });
    expect(documentAt(plan, "postmortems/a.mdx")).toContain("go on");
    expect(plan.reports.filter(({ leftOut }) => leftOut !== undefined)).toHaveLength(2);
  });

  test("pictures are copied when they are shown, under names that every disk can hold", () => {
    const plan = importTexts(
      { "sub/a.md": "![x](../Bilder/Ä%20b.PNG)" },
      { pictures: ["Bilder/Ä b.PNG", "unused.png"] },
    );
    expect(plan.pictures).toEqual([{ from: "Bilder/Ä b.PNG", to: "images/source/bilder/a-b.png" }]);
    expect(documentAt(plan, "postmortems/a.mdx")).toContain("![x](/images/source/bilder/a-b.png)");
  });
});

describe("runbooks", () => {
  test.each([
    ["KubePodCrashLooping", "# x", true],
    ["etcdNoLeader", "# x", true],
    ["CPUThrottlingHigh", "# x", true],
    ["Watchdog", "# Watchdog", true],
    ["Watchdog", "# The dog that watches", false],
    ["README", "# README", false],
    ["pool", "# pool", false],
  ])("%s under %s answers an alert of its name: %s", (name, text, answers) => {
    const [document] = importTexts({ [`sub/${name}.md`]: text }, { kind: "runbook" }).documents;
    expect(/alerts:/.test(document!.text)).toBe(answers);
  });
});

test("a text beyond every limit is left out with its line, and nothing links to it", () => {
  const plan = importTexts({ "a.md": "[go](b.md)", "b.md": `# B\n\n${"word ".repeat(5000)}` });
  expect(plan.documents.map(({ path }) => path)).toEqual(["postmortems/a.mdx"]);
  expect(documentAt(plan, "postmortems/a.mdx")).toContain("\n\ngo\n");
  expect(plan.reports[1]?.leftOut).toBe(
    "line 3: Unexpected line of 25000 characters, expected at most 20000",
  );
});

test("a document tells whether somebody edited it, whatever its line ends", () => {
  const [document] = importTexts({ "a.md": "# A\n\nText" }).documents;
  const { text } = document!;
  const written = /digest: "(\w+)"/.exec(text)![1]!;
  expect(isUntouched(text, written, digestOf)).toBe(true);
  expect(isUntouched(text.replaceAll("\n", "\r\n"), written, digestOf)).toBe(true);
  expect(isUntouched(text.replace("Text", "text"), written, digestOf)).toBe(false);
});
