import { describe, expect, test } from "vitest";
import type { Edit } from "../../../src/core/editor/edit.ts";
import { editSource } from "../../../src/core/editor/edit-source.ts";
import { MILESTONES } from "../../../src/core/schemas/incident.ts";

const INCIDENT = `---
# who reads this: everybody
title: "Checkout timeouts"   # as customers said it
services: [checkout, orders]

severity: { initial: SEV3, peak: SEV2 }
milestones:
  started: 2026-03-14T17:06:00Z
  detected: 2026-03-14T17:13:00Z
  # nobody was paged
  mitigated: 2026-03-14T18:18:00Z
timeline:
  - at: 2026-03-14T17:13:00Z
    text: >
      A long text that was
      wrapped by hand.

  - at: 2026-03-14T17:20:00Z
    text: Short
updates: []
tags:
- one # the first
- two
---

Body with title: x and --- inside.
`;

describe("an edit", () => {
  test.each<[string, Edit, string[]]>([
    [
      "replaces a scalar and keeps the remark behind it",
      set(["title"], "Slow: checkout #1"),
      [
        '-title: "Checkout timeouts"   # as customers said it',
        '+title: "Slow: checkout #1"   # as customers said it',
      ],
    ],
    [
      "writes a text of several lines as lines",
      set(["tags", 1], "a\nb"),
      ["-- two", "+- |-", "+  a", "+  b"],
    ],
    [
      "keeps a remark that would else fall into the text",
      set(["tags", 0], "a\nb"),
      ["-- one # the first", '+- "a\\nb" # the first'],
    ],
    [
      "adds a field where its order says",
      { do: "set", path: ["milestones", "acknowledged"], value: "2026-03-14T17:15:00Z", order: MILESTONES },
      ["+  acknowledged: 2026-03-14T17:15:00Z"],
    ],
    [
      "adds a field behind the last",
      set(["milestones", "resolved"], "2026-03-14T18:40:00Z"),
      ["+  resolved: 2026-03-14T18:40:00Z"],
    ],
    [
      "adds a field in brackets",
      set(["severity", "final"], "SEV2"),
      ["-severity: { initial: SEV3, peak: SEV2 }", "+severity: { initial: SEV3, peak: SEV2, final: SEV2 }"],
    ],
    [
      "appends to a list in brackets",
      append(["services"], "payments"),
      ["-services: [checkout, orders]", "+services: [checkout, orders, payments]"],
    ],
    ["appends to a list in lines", append(["tags"], "three"), ["+- three"]],
    [
      "adds several items to a list in one go, as its last one is written",
      { do: "extend", path: ["tags"], values: ["three", "four"] },
      ["+- three", "+- four"],
    ],
    [
      "appends a mapping to a list of mappings",
      append(["timeline"], { at: "2026-03-14T18:00:00Z", text: "Done: all" }),
      ["+  - at: 2026-03-14T18:00:00Z", '+    text: "Done: all"'],
    ],
    [
      "appends to an empty list",
      append(["updates"], { at: "2026-03-14T18:00:00Z", components: [{ service: "checkout" }] }),
      [
        "-updates: []",
        "+updates:",
        "+  - at: 2026-03-14T18:00:00Z",
        "+    components:",
        "+      - service: checkout",
      ],
    ],
    [
      "makes a list that is absent",
      append(["impact"], { service: "checkout" }),
      ["+impact:", "+  - service: checkout"],
    ],
    [
      "makes the mappings above",
      set(["vendor", "service"], "cardlane"),
      ["+vendor:", "+  service: cardlane"],
    ],
    [
      "removes a field",
      { do: "remove", path: ["milestones", "started"] },
      ["-  started: 2026-03-14T17:06:00Z"],
    ],
    [
      "removes an item of several lines",
      { do: "remove", path: ["timeline", 1] },
      ["-  - at: 2026-03-14T17:20:00Z", "-    text: Short"],
    ],
    [
      "removes from brackets",
      { do: "remove", path: ["services", 0] },
      ["-services: [checkout, orders]", "+services: [orders]"],
    ],
    ["does nothing twice", set(["severity", "peak"], "SEV2"), []],
    ["does nothing to what is absent", { do: "remove", path: ["cost", "people"] }, []],
  ])("%s", (_, edit, difference) => {
    for (const [bom, end] of [
      ["", "\n"],
      ["\ufeff", "\r\n"],
    ] as const) {
      const source = bom + INCIDENT.replaceAll("\n", end);
      const edited = editSource("content/incidents/x.mdx", source, [edit]);
      if (!edited.ok) throw new Error(JSON.stringify(edited.findings));
      expect(edited.changed).toBe(difference.length > 0);
      expect(changes(source.split(end), edited.text.split(end))).toEqual(difference);
    }
  });

  test.each<[string, Edit, string]>([
    ["appends to what is no list", append(["title"], "x"), "wrong-type"],
    ["goes below a text", set(["title", "en"], "x"), "wrong-type"],
    ["names an item that is not there", set(["timeline", 7, "text"], "x"), "missing-field"],
    ["puts a key that no file may use", set(["__proto__", "x"], "y"), "yaml-forbidden-key"],
  ])("is refused when it %s", (_, edit, code) => {
    expect(editSource("content/incidents/x.mdx", INCIDENT, [edit])).toMatchObject({
      ok: false,
      findings: [{ code, spot: { file: "content/incidents/x.mdx" } }],
    });
  });

  test("is refused on a file without front matter, and on one that cannot be read", () => {
    const findings = (text: string) => editSource("content/incidents/x.mdx", text, [set(["a"], 1)]);
    expect(findings("# Text\n")).toMatchObject({ ok: false, findings: [{ code: "front-matter-missing" }] });
    expect(findings("---\na: &x 1\nb: *x\n---\n")).toMatchObject({
      ok: false,
      findings: [{ code: "yaml-anchor" }, { code: "yaml-anchor" }],
    });
  });

  test("fills an empty field, an empty file and an empty mapping", () => {
    const edited = (text: string, ...edits: Edit[]) => editSource("content/teams.yaml", text, edits);
    expect(edited("a: # why\nb: 1", set(["a"], "x"))).toMatchObject({ text: "a: x # why\nb: 1" });
    expect(edited("# nothing yet\n", set(["a", "b"], 1))).toMatchObject({
      text: "# nothing yet\na:\n  b: 1\n",
    });
    expect(edited("a: {}\nb: 1", set(["a", "c"], 1))).toMatchObject({ text: "a:\n  c: 1\nb: 1" });
    expect(edited("a:\n  b: 1\nc: 2", { do: "remove", path: ["a", "b"] })).toMatchObject({
      text: "a: {}\nc: 2",
    });
    expect(edited("a: |- # why\n  x\n  y\nc: 2", set(["a"], "z"))).toMatchObject({
      text: "a: z # why\nc: 2",
    });
  });
});

function set(path: Edit["path"], value: Extract<Edit, { do: "set" }>["value"]): Edit {
  return { do: "set", path, value };
}

function append(path: Edit["path"], value: Extract<Edit, { do: "append" }>["value"]): Edit {
  return { do: "append", path, value };
}

/** The lines between what two texts begin and end with alike. */
function changes(before: string[], after: string[]): string[] {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end))
    end++;
  return [
    ...before.slice(start, before.length - end).map((line) => `-${line}`),
    ...after.slice(start, after.length - end).map((line) => `+${line}`),
  ];
}
