import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { drawEditor } from "../../scripts/editor/draw-editor.ts";
import { editorScenes } from "../../scripts/editor/editor-scenes.ts";

const root = resolve(import.meta.dirname, "../..");

test("with the committed settings an editor offers values and fields, and marks what is misspelt at its place", async () => {
  const [choosing, mistaken] = await editorScenes(root);
  expect(choosing!.answer.offers.map(({ label }) => label)).toEqual([
    "deployment",
    "flag",
    "configuration",
    "infrastructure",
    "data",
    "vendor",
  ]);
  const placed = mistaken!.answer.problems.map(({ message, range: { start, end } }) => {
    const line = mistaken!.text.split("\n")[start.line]!;
    return `${start.line + 1}: ${line.slice(start.character, end.character)}: ${message.slice(0, 22)}`;
  });
  expect(placed).toEqual(["4: deploymnt: Value is not accepted.", "7: servce: Property servce is not"]);
  expect(mistaken!.answer.offers).toEqual([
    { label: "who", words: "Handle, or team" },
    { label: "url", words: "Where to see it" },
    { label: "outcome", words: "What became of it" },
  ]);
  // `node scripts/editor-picture.ts` draws it anew.
  expect(readFileSync(resolve(root, "docs/editor.svg"), "utf8")).toBe(drawEditor([choosing!, mistaken!]));
});
