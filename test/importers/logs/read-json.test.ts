import fc from "fast-check";
import { expect, test } from "vitest";
import { lineAt, rowsAt } from "../../../src/importers/logs/place.ts";
import { readJson } from "../../../src/importers/logs/read-json.ts";

test("any value that JSON can hold is read as JSON.parse reads it, however it is laid out", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2, "\t"), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const reading = readJson(text);
      expect(reading.ok && reading.row.data).toEqual(JSON.parse(text));
    }),
    { numRuns: 300, seed: 8 },
  );
});

test("any text is JSON for both or for neither", () => {
  const piece = fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    '"a"',
    '"',
    "1",
    "-",
    "true",
    "nul",
    " ",
    "\n",
    "\\",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join("");
      let valid = true;
      try {
        JSON.parse(text);
      } catch {
        valid = false;
      }
      expect(readJson(text).ok).toBe(valid);
    }),
    { numRuns: 3000, seed: 8 },
  );
});

test("each value keeps its line", () => {
  const reading = readJson('[\n  { "a": 1,\n    "b": { "c": "x" } },\n  {}\n]');
  if (!reading.ok) throw new Error(reading.problem);
  const [first, second] = rowsAt(
    { data: { list: reading.row.data }, place: { line: 1, fields: new Map([["list", reading.row.place]]) } },
    "list",
  );
  expect([lineAt(first!, "a"), lineAt(first!, "b", "c"), lineAt(first!, "z"), lineAt(second!)]).toEqual([
    2, 3, 2, 4,
  ]);
});

test("a key named __proto__ is a field like any other", () => {
  const reading = readJson('{"__proto__": {"at": 1}}');
  expect(reading.ok && Object.keys(reading.row.data as object)).toEqual(["__proto__"]);
});
