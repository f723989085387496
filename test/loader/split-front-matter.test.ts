import fc from "fast-check";
import { expect, test } from "vitest";
import { splitFrontMatter } from "../../src/loader/split-front-matter.ts";

const line = fc.oneof(
  fc.constantFrom(
    "title: a",
    "- b",
    "# c",
    "",
    "  d: |",
    "---",
    "----",
    "--- ",
    "--",
    " ---",
    "...",
    "import x",
    "\t",
  ),
  fc.string({ maxLength: 8 }).map((text) => text.replace(/[\r\n]/g, "")),
);

test("the parts of a file are its own lines, and each begins on the line that is told", () => {
  fc.assert(
    fc.property(
      fc.array(
        line.filter((each) => !each.startsWith("---")),
        { maxLength: 6 },
      ),
      fc.array(line, { maxLength: 6 }),
      fc.constantFrom("---", "---  ", "---\t"),
      (yaml, body, closing) => {
        const lines = ["---", ...yaml, closing, ...body];
        const split = splitFrontMatter(lines.join("\n"));
        if (!split.ok) throw new Error(split.message);
        expect(split.yamlLine).toBe(2);
        expect(split.yaml.trimEnd()).toBe(yaml.join("\n").trimEnd());
        // Whatever stands on a line of the body stands there in the file as well.
        for (const [at, text] of split.body.split("\n").entries())
          expect((lines[split.bodyLine - 1 + at] ?? "").endsWith(text)).toBe(true);
        expect(split.body.trim()).toBe(body.join("\n").trim());
      },
    ),
    { numRuns: 2_000 },
  );
});

test("any text is parted or refused with a line that it has", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const split = splitFrontMatter(lines.join("\n"));
      if (!split.ok) expect(split.line).toBeLessThanOrEqual(Math.max(1, lines.length));
      else expect(lines[0]!.trim()).toBe("---");
    }),
    { numRuns: 2_000 },
  );
});
