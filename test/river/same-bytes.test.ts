import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ContentFolder, digestsOf, makeContentFolder } from "../support/content-folder.ts";
import { giveCompiledSite, runBuild } from "../support/run-tidemark.ts";
import { BASE } from "./two-audiences/content.ts";

let folder: ContentFolder;
let first: Record<string, string>;
const made: string[] = [];

beforeAll(async () => {
  folder = makeContentFolder(BASE);
  made.push(folder.root);
  first = await built(folder);
});
afterAll(() => {
  for (const root of made) rmSync(root, { recursive: true, force: true });
});

test("a second build draws nothing anew and gives the same bytes", async () => {
  expect(await built(folder)).toEqual(first);
});

test("without its cache a build gives the same bytes", async () => {
  const site = join(folder.root, ".cache/tidemark/site");
  renameSync(site, join(folder.root, "site"));
  rmSync(join(folder.root, ".cache"), { recursive: true });
  mkdirSync(join(folder.root, ".cache/tidemark"), { recursive: true });
  renameSync(join(folder.root, "site"), site);
  expect(await built(folder)).toEqual(first);
});

const everything = process.env.TIDEMARK_TESTS === "all";
const PLACES = [
  ["in Auckland, in Turkish", { TZ: "Pacific/Auckland", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" }],
  [
    "in New York, in Arabic",
    { TZ: "America/New_York", LANG: "ar_EG.UTF-8", LC_ALL: "ar_EG.UTF-8", LANGUAGE: "ar" },
  ],
] as const;

test.each(everything ? PLACES : PLACES.slice(0, 1))(
  "%s, from another folder whose files were written in another order, a build gives the same bytes",
  async (_, variables) => {
    const other = makeContentFolder({});
    made.push(other.root);
    rmSync(other.content, { recursive: true });
    copyReversed(folder.content, other.content);
    expect(await built(other, variables)).toEqual(first);
  },
);

test("whatever stands in the cache, a build gives the same bytes", async () => {
  const home = join(folder.root, ".cache/tidemark");
  const damage: readonly ((file: string) => void)[] = [
    (file: string) => writeFileSync(file, ""),
    (file: string) => writeFileSync(file, "\u0000 garbage {"),
    (file: string) => writeFileSync(file, "null"),
    (file: string) => writeFileSync(file, "[]"),
    (file: string) => writeFileSync(file, '{"version":1,"frame":1,"pages":[1,[2]],"site":{}}\n[1]\n'),
    (file: string) =>
      writeFileSync(file, readFileSync(file).subarray(0, Math.floor(statSync(file).size / 2))),
    (file: string) => rmSync(file),
  ];
  const files = () => cacheFiles(home).filter((file) => !file.includes("/site/"));
  expect(files().length).toBeGreaterThan(5);
  // Each file in a way of its own; with time enough, each in all ways.
  for (let turn = 0; turn < (everything ? damage.length : 1); turn++) {
    for (const [at, file] of files().entries()) damage[(at + turn) % damage.length]!(file);
    expect(await built(folder)).toEqual(first);
  }
}, 120_000);

test("a drawn page that somebody touched is drawn again", async () => {
  const drawn = cacheFiles(join(folder.root, ".cache/tidemark")).filter((file) => file.endsWith(".html"));
  expect(drawn.length).toBeGreaterThan(10);
  for (const page of drawn.slice(0, 5)) {
    const text = readFileSync(page);
    rmSync(page);
    writeFileSync(page, text.toString().replace("</body>", "tampered</body>"));
  }
  expect(await built(folder)).toEqual(first);
});

/** Both sites of a content folder. */
async function built(
  at: ContentFolder,
  variables: Record<string, string> = {},
): Promise<Record<string, string>> {
  await giveCompiledSite(at);
  const sites: Record<string, string> = {};
  for (const audience of ["internal", "public"]) {
    const run = await runBuild(at, audience, [], variables);
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: "" });
    for (const [path, digest] of Object.entries(digestsOf(realpathSync(run.out))))
      sites[`${audience}/${path}`] = digest;
  }
  return sites;
}

function cacheFiles(home: string): string[] {
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));
}

function copyReversed(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const item of readdirSync(from, { withFileTypes: true }).reverse()) {
    if (item.isDirectory()) copyReversed(join(from, item.name), join(to, item.name));
    else cpSync(join(from, item.name), join(to, item.name));
  }
}
