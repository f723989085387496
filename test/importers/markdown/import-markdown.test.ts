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

describe("follow-ups", () => {
  const head = "# Down 2026-03-14\n\n## Action items\n\n";
  const items = (text: string, more = {}) =>
    documentAt(importTexts({ "down.md": head + text }, more), "postmortems/down.mdx").match(
      / {2}- id: [\s\S]*?(?=imported:)/,
    )?.[0];

  test("with an owner and a due date are data", () => {
    expect(
      items(
        "| Action | Owner | Due date | Ticket |\n| - | - | - | - |\n| Add an alert | @Ada | 2026-04-01 | [1](https://t.example/1) |",
      ),
    ).toContain(
      'title: Add an alert\n    kind: detect\n    owner: ada\n    opened: 2026-03-14\n    due: 2026-04-01\n    status: open\n    tracker: "https://t.example/1"',
    );
    expect(items("- [ ] Write it down (owner: ada, due: 1 April 2026)")).toContain(
      "title: Write it down\n    kind: document\n    owner: ada",
    );
  });

  test.each([
    ["nobody", "| Action | Owner | Due |\n| - | - | - |\n| a | | 2026-04-01 |"],
    ["no date", "| Action | Owner | Due |\n| - | - | - |\n| a | Ada | |"],
    ["no day", "| Action | Owner | Due |\n| - | - | - |\n| a | Ada | soon |"],
    ["two people", "| Action | Owner | Due |\n| - | - | - |\n| a | Ada, Grace | 2026-04-01 |"],
    ["a date before it was agreed", "| Action | Owner | Due |\n| - | - | - |\n| a | Ada | 2026-01-01 |"],
    ["done without a day", "- [x] a (owner: ada, due: 2026-04-01)"],
    ["only words", "- look into it"],
  ])("with %s stay prose", (_, text) => {
    expect(items(text)).toBeUndefined();
    expect(notesOf(importTexts({ "down.md": head + text }))).toContainEqual(
      expect.stringMatching(/^source\/down\.md:\d+ prose action-item: /),
    );
  });

  test("of somebody whom teams.yaml does not know stay prose where it may not be changed", () => {
    const text = "| Action | Owner | Due |\n| - | - | - |\n| a | Ada | 2026-04-01 |";
    expect(items(text, { mayAddPeople: false })).toBeUndefined();
    expect(items(text, { mayAddPeople: false, owners: new Map([["ada", "web-lead"]]) })).toContain(
      "owner: web-lead",
    );
  });
});

describe("front matter", () => {
  test("that is no YAML gives its simple lines and a problem with its line", () => {
    const plan = importTexts({ "a.md": "---\ntitle: Down: again\nother: x\n---\n\nText" });
    expect(documentAt(plan, "postmortems/a.mdx")).toContain('title: "Down: again"');
    expect(notesOf(plan)).toContainEqual(expect.stringMatching(/^source\/a\.md:2 problem front-matter: /));
  });

  test("in TOML is read as far as it is simple, in JavaScript not at all", () => {
    expect(
      documentAt(importTexts({ "a.md": '+++\ntitle = "Down"\n+++\n\nText' }), "postmortems/a.mdx"),
    ).toContain("title: Down\n");
    const text = documentAt(
      importTexts({ "a.md": "---js\n{ title: process.exit(1) }\n---\n\nText" }),
      "postmortems/a.mdx",
    );
    expect(text).toContain("\\{ title: process.exit(1) }");
  });

  test.each(["&a [*a]", "{ __proto__: 1 }", "!!js/function x"])(
    "with %s neither breaks nor runs",
    (value) => {
      expect(importTexts({ "a.md": `---\ntitle: Down\nx: ${value}\n---\n\nText` }).documents).toHaveLength(1);
    },
  );

  test("of a title with markup and control characters is one safe line", () => {
    const text = documentAt(
      importTexts({ "a.md": "# <script>alert(1)</script> \u202e{x}\u0007\n" }),
      "postmortems/a.mdx",
    );
    expect(text).toMatch(/^---\ntitle: "<script>alert\(1\)<\/script> \{x\}\ufffd"\n/);
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
