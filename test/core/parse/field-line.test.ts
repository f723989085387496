import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fieldLine } from "../../../src/core/parse/field-line.ts";
import { fieldPlaces } from "../../../src/core/parse/field-places.ts";

const project = join(import.meta.dirname, "..", "..", "..");

const FIELDS = [
  ["title"],
  ["nearMiss"],
  ["milestones"],
  ["milestones", "started"],
  ["milestones", "resolved"],
  ["milestones", "started", "at"],
  ["severity", "peak"],
  ["impact"],
  ["impact", 1],
  ["updates", 0],
  ["updates", 2, "at"],
  ["shifts", 3],
  ["pages", 5],
  ["detection", "source"],
  ["cost"],
  ["signature"],
  ["postmortem", "absent"],
] as const;

test("a line that is read off the indentation is the one that the parser finds, in every file of the demo", () => {
  const folders = ["incidents", "postmortems", "on-call", "services"].map((name) => join("content", name));
  for (const file of folders.flatMap((folder) =>
    readdirSync(join(project, folder)).map((name) => join(folder, name)),
  )) {
    const text = readFileSync(join(project, file), "utf8");
    const yaml = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? text;
    const places = fieldPlaces(yaml, 2);
    for (const field of FIELDS)
      expect([file, field, fieldLine(yaml, 2, field)]).toEqual([file, field, places(field).line]);
  }
});

test.each([
  [
    "comments, blank lines and block texts between",
    "# a\n\na: |\n  b: 1\n  c: 2\n\n# d\nm:\n\n  # x\n  b: 1\n  c: 2\n",
  ],
  ["a flow mapping over several lines", "a: 1\nm: {\n  b: 1,\n  c: 2 }\n"],
  ["quoted names", 'a: 1\n"m":\n  "b": 1\n  "c": 2\n'],
  ["a list that is not indented", "a: 1\nm:\n- b: 1\n  c: 2\n- b: 3\n"],
  ["nothing", "a: 1\n"],
])("%s do not mislead it", (_what, yaml) => {
  const places = fieldPlaces(yaml, 1);
  for (const field of [["a"], ["m"], ["m", "b"], ["m", "c"], ["m", 1], ["m", 0, "c"], ["n"]])
    expect([field, fieldLine(yaml, 1, field)]).toEqual([field, places(field).line]);
});
