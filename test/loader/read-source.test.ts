import fc from "fast-check";
import { expect, test } from "vitest";
import { readSource } from "../../src/loader/read-source.ts";

test("bytes become text only where they are UTF-8 without control characters, and then not a letter is lost", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 40 }),
      fc.string({ unit: "binary", maxLength: 20 }),
      fc.boolean(),
      (noise, words, noisy) => {
        const bytes = Buffer.concat([
          Buffer.from(`---\ntitle: a\n---\n${words}`),
          noisy ? noise : Buffer.alloc(0),
        ]);
        const reading = readSource("runbook", "a", "content/runbooks/a.mdx", bytes);
        const text = bytes.toString("utf8");
        if ("finding" in reading)
          expect(reading.finding.code).toMatch(/^(?:file-encoding|front-matter-unclosed)$/);
        else {
          expect(Buffer.from(text).equals(bytes)).toBe(true);
          expect(reading.source.body).toBe(text.slice("---\ntitle: a\n---\n".length).replace(/\r\n?/g, "\n"));
        }
      },
    ),
    { numRuns: 2_000 },
  );
});

test("line ends of all kinds give the same text", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("a", "", "b c"), { maxLength: 6 }),
      fc.constantFrom("\r\n", "\r"),
      (lines, end) => {
        const file = ["---", "title: a", "---", ...lines];
        expect(readSource("runbook", "a", "f.mdx", Buffer.from(file.join(end)))).toEqual(
          readSource("runbook", "a", "f.mdx", Buffer.from(file.join("\n"))),
        );
      },
    ),
  );
});
