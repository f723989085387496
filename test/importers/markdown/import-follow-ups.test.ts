import { describe, expect, test } from "vitest";
import { documentAt, importTexts, notesOf } from "../../support/import-request.ts";

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
