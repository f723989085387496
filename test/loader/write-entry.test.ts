import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { editEntry } from "../../src/loader/edit-entry.ts";
import { readStanding, writeEntry } from "../../src/loader/write-entry.ts";
import { contentFolder, minimalFile } from "../support/content-folder.ts";

const RUNBOOK = "runbooks/checkout-pool-exhausted.mdx";

describe("writing a file of the content folder", () => {
  test("changes the field alone, keeps byte-order mark, line ends and mode, and leaves nothing beside it", () => {
    const text = `\ufeff${minimalFile(RUNBOOK).replaceAll("\n", "\r\n")}`;
    const { content } = contentFolder({ [RUNBOOK]: text });
    chmodSync(join(content, RUNBOOK), 0o640);
    expect(editEntry(content, RUNBOOK, [{ do: "set", path: ["title"], value: "Pool: dry" }])).toEqual({
      written: true,
    });
    expect(readFileSync(join(content, RUNBOOK), "utf8")).toBe(
      text.replace(/title: [^\r]*/, 'title: "Pool: dry"'),
    );
    expect(statSync(join(content, RUNBOOK)).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(content, "runbooks"))).toEqual(["checkout-pool-exhausted.mdx"]);
  });

  test("is refused when the file changed since it was read, or is gone", () => {
    const { content } = contentFolder();
    const standing = readStanding(content, RUNBOOK)!;
    writeFileSync(join(content, RUNBOOK), `${standing.text}\nMore.\n`);
    expect(writeEntry(content, RUNBOOK, standing.text, standing)).toEqual({
      written: false,
      because: "changed",
    });
    expect(readFileSync(join(content, RUNBOOK), "utf8")).toContain("More.");
  });

  test("is refused where something stands and nothing was expected", () => {
    const { content } = contentFolder();
    expect(writeEntry(content, RUNBOOK, minimalFile(RUNBOOK))).toEqual({ written: false, because: "exists" });
    expect(writeEntry(content, "runbooks/another.mdx", minimalFile(RUNBOOK))).toEqual({ written: true });
    expect(readdirSync(join(content, "runbooks"))).toEqual(["another.mdx", "checkout-pool-exhausted.mdx"]);
  });

  test.each([
    ["an unknown field", { do: "set", path: ["visiblity"], value: "public" }, "invalid"],
    ["a list where text is due", { do: "set", path: ["title"], value: ["x"] }, "invalid"],
    ["an append to text", { do: "append", path: ["title"], value: "x" }, "refused"],
  ] as const)("is refused for %s and leaves the file as it was", (_, edit, because) => {
    const { content } = contentFolder();
    const before = readFileSync(join(content, RUNBOOK));
    expect(editEntry(content, RUNBOOK, [edit])).toMatchObject({ written: false, because });
    expect(readFileSync(join(content, RUNBOOK)).equals(before)).toBe(true);
    expect(readdirSync(join(content, "runbooks"))).toHaveLength(1);
  });

  test("does not follow a symbolic link", () => {
    const { content, root } = contentFolder({ [RUNBOOK]: undefined });
    writeFileSync(join(root, "outside.mdx"), minimalFile(RUNBOOK));
    symlinkSync(join(root, "outside.mdx"), join(content, RUNBOOK));
    expect(editEntry(content, RUNBOOK, [])).toEqual({ written: false, because: "absent" });
    expect(writeEntry(content, RUNBOOK, minimalFile(RUNBOOK))).toEqual({ written: false, because: "exists" });
  });
});
