import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { outPlace } from "../../../src/adapters/publish/out-place.ts";
import { publishSite } from "../../../src/adapters/publish/publish-site.ts";
import { stageSite } from "../../../src/adapters/publish/stage.ts";
import { temporaryFolder } from "./temporary-folder.ts";

test("where two folders take turns the site before the shown one is brought up to date, never the shown one", async () => {
  const dist = temporaryFolder();
  const out = join(dist, "public");
  const seen: string[][] = [];
  for (const content of ["one", "two", "three", "four"])
    await publishSite({
      out,
      now: 0,
      renews: true,
      produce: (staging) => {
        seen.push(readdirSync(staging.folder));
        writeFileSync(join(staging.folder, `${content}.html`), content);
      },
      gate: passing,
    });
  expect(seen).toEqual([[], [], ["one.html"], ["two.html"]]);
  expect(readdirSync(out)).toEqual(["four.html", "two.html"]);
  expect(readdirSync(dist)).toEqual([
    ".public-3",
    ".public-3.tidemark",
    ".public-4",
    ".public-4.tidemark",
    "public",
  ]);
});

test("a build that dies while it brings an older site up to date leaves the shown one, and the next begins with an empty folder", async () => {
  const dist = temporaryFolder();
  for (const content of ["one", "two"]) await publish(join(dist, "public"), content);
  stageSite(outPlace(join(dist, "public")), true);
  expect(readFileSync(join(dist, "public/index.html"), "utf8")).toBe("two");
  const next = stageSite(outPlace(join(dist, "public")), true);
  expect(readdirSync(next.folder)).toEqual([]);
});

function publish(out: string, content: string) {
  return publishSite({
    out,
    now: 0,
    produce: ({ folder }) => writeFileSync(join(folder, "index.html"), content),
    gate: passing,
  });
}

async function passing() {
  return { passed: true, report: undefined };
}
