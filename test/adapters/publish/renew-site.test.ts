import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { changedPart } from "../../../src/adapters/publish/changed-part.ts";
import { publishSite } from "../../../src/adapters/publish/publish-site.ts";
import { noteChanges, renewSite } from "../../../src/adapters/publish/renew-site.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** Publishes a site made from the standing one: these files written, those taken away. */
async function renew(
  out: string,
  written: Readonly<Record<string, string>>,
  gone: readonly string[] = [],
  noted = true,
) {
  let stood = false;
  await publishSite({
    out,
    now: 0,
    renews: true,
    produce: (staging) => {
      stood = renewSite(staging);
      const paths = [...Object.keys(written), ...gone];
      for (const path of paths) rmSync(join(staging.folder, path), { force: true });
      for (const [path, text] of Object.entries(written)) writeFileSync(join(staging.folder, path), text);
      if (noted) noteChanges(staging, paths);
    },
    gate: async () => ({ passed: true, report: undefined }),
  });
  return { stood, files: filesIn(out) };
}

function filesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
}

test("each site is the one before it with what was written and without what was taken away", async () => {
  const out = join(temporaryFolder(), "public");
  expect(await renew(out, { a: "1", b: "1", c: "1" })).toEqual({
    stood: false,
    files: { a: "1", b: "1", c: "1" },
  });
  expect((await renew(out, { a: "2" }, ["b"])).files).toEqual({ a: "2", c: "1" });
  expect((await renew(out, { d: "3" })).files).toEqual({ a: "2", c: "1", d: "3" });
  expect((await renew(out, { b: "4" }, ["d"])).files).toEqual({ a: "2", b: "4", c: "1" });
  // One that nobody noted, as a full build is: the next one links every file.
  expect((await renew(out, { a: "5" }, [], false)).files).toEqual({ a: "5", b: "4", c: "1" });
  expect((await renew(out, { c: "6" })).files).toEqual({ a: "5", b: "4", c: "6" });
  expect((await renew(out, {}, ["a"])).files).toEqual({ b: "4", c: "6" });
});

test("what did not change stays the same file, and the site before the standing one is taken up", async () => {
  const parent = temporaryFolder();
  const out = join(parent, "public");
  await renew(out, { a: "1", b: "1" });
  const inode = statSync(join(out, "b")).ino;
  for (const text of ["2", "3", "4"]) await renew(out, { a: text });
  expect(statSync(join(out, "b")).ino).toBe(inode);
  expect(readdirSync(parent).filter((name) => /-\d+$/.test(name))).toEqual([".public-3", ".public-4"]);
});

test("a gate reads the lines that are new, with those around them, and all of what is no text or stood nowhere", () => {
  const part = (young: string, old?: string) =>
    changedPart(Buffer.from(young), old === undefined ? undefined : Buffer.from(old)).toString();
  expect(part("a\nb\nc\nd\ne", "a\nb\nc\nd\ne")).toBe("");
  expect(part("a\nb\nX\nd\ne", "a\nb\nc\nd\ne")).toBe("b\nX\nd");
  expect(part("a\nb")).toBe("a\nb");
  expect(part("a\0b", "a\0b")).toBe("a\0b");
});
