import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { outputFiles } from "../../../src/adapters/publish/output-files.ts";
import { pageFile, pageGate, pagePath } from "../../../src/adapters/publish/page-gate.ts";
import { temporaryFolder } from "./temporary-folder.ts";

test("a site with exactly its expected pages has nothing missing and nothing unexpected", () => {
  const files = ["404.html", "_astro/a.css", "incidents/x/index.html", "index.html"];
  expect(pageGate(files, ["/", "/404.html", "/incidents/x/"])).toEqual({ missing: [], unexpected: [] });
});

test("pages that are missing and pages that nobody expects are both named", () => {
  expect(pageGate(["index.html", "drafts/y/index.html"], ["/", "/incidents/x/", "/about/"])).toEqual({
    missing: ["/about/", "/incidents/x/"],
    unexpected: ["/drafts/y/"],
  });
});

test("the file of a page path leads back to the path", () => {
  const segment = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}$/);
  fc.assert(
    fc.property(fc.array(segment), (segments) => {
      const path = segments.length === 0 ? "/" : `/${segments.join("/")}/`;
      expect(pagePath(pageFile(path))).toBe(path);
    }),
  );
});

test("files are walked in one order whatever order they were made in, and a link among them is a bug", () => {
  const folder = temporaryFolder();
  for (const name of ["b", "a.b", "a", "B"]) mkdirSync(join(folder, name));
  for (const file of ["b/1.html", "a.b/2.html", "a/3.html", "B/4.html", "z.html"])
    writeFileSync(join(folder, file), "");
  expect(outputFiles(folder)).toEqual(["B/4.html", "a.b/2.html", "a/3.html", "b/1.html", "z.html"]);
  symlinkSync("z.html", join(folder, "link"));
  expect(() => outputFiles(folder)).toThrow(/Unexpected link or device link/);
});
