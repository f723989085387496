import { existsSync, linkSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keepSame } from "../../../src/adapters/render/keep-same.ts";
import { temporaryFolder } from "../publish/temporary-folder.ts";

test("what is the wanted file by a link stays; another file with the same bytes, what is not wanted and empty folders go", () => {
  const home = temporaryFolder();
  const [site, store] = [join(home, "site"), join(home, "store")];
  for (const folder of [store, join(site, "a"), join(site, "b/c"), join(site, "pagefind")])
    mkdirSync(folder, { recursive: true });
  for (const name of ["a", "b"]) writeFileSync(join(store, name), "page");
  linkSync(join(store, "a"), join(site, "a/index.html"));
  writeFileSync(join(site, "b/c/index.html"), "page");
  writeFileSync(join(site, "a/old.html"), "gone");
  writeFileSync(join(site, "pagefind/index"), "another's");
  const wanted = new Map([
    ["a/index.html", join(store, "a")],
    ["b/c/index.html", join(store, "b")],
    ["d/index.html", join(store, "d")],
  ]);
  expect([...keepSame(site, wanted, ["pagefind"])]).toEqual(["a/index.html"]);
  expect(readdirSync(site)).toEqual(["a", "pagefind"]);
  expect(readdirSync(join(site, "a"))).toEqual(["index.html"]);
  expect(existsSync(join(site, "pagefind/index"))).toBe(true);
});
