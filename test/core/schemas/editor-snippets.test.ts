import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { editorSnippets, SNIPPETS_FILE } from "../../../src/core/schemas/editor-snippets.ts";

const snippets = JSON.parse(editorSnippets()) as Record<
  string,
  { prefix: string; body: string; description: string }
>;

test("fields of the front matter complete with the words that the schema lists and the field's documentation", () => {
  expect(snippets["incident.nearMiss"]).toEqual({
    scope: "mdx,yaml",
    prefix: "nearMiss",
    body: choice("nearMiss", "true,false"),
    description: "incident.nearMiss: Whether nobody was hurt, though it was close",
  });
  expect(snippets["incident.impact.level"]?.body).toBe(
    choice("level", "major_outage,partial_outage,degraded_performance,none"),
  );
  expect(snippets["incident.severity"]?.body).toEqual("severity:\n  $1");
  expect(snippets["postmortem.incidents"]?.body).toEqual("incidents:\n  - $1");
});

test("the snippets of this repository are what the schemas say (run `npm run schemas` after a change)", () => {
  expect(readFileSync(join(import.meta.dirname, "../../..", SNIPPETS_FILE), "utf8")).toBe(editorSnippets());
});

/** A field with a choice of words, as VS Code writes it. */
function choice(key: string, words: string): string {
  return `${key}: \${1|${words}|}`;
}
