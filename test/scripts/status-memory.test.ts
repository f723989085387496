import { cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildStatus } from "../../scripts/build-status.ts";
import type { CommandContext } from "../../scripts/command.ts";
import {
  type ContentFolder,
  digestsOf,
  type Files,
  makeContentFolder,
  minimalFile,
  writeFiles,
} from "../support/content-folder.ts";
import { CHECKOUT, OLD, OPEN, open, PAST, past, RECENT, WORK, work } from "../support/status-lane-content.ts";

const AS_OF = "2026-06-15T09:00:00Z";

let warm: ContentFolder;
let out: string;

beforeAll(() => {
  warm = makeContentFolder({
    [CHECKOUT]: minimalFile(CHECKOUT, "alerts:", "component: { name: Checkout }\nalerts:"),
    ...PAST,
    [RECENT]: past("2026-05-20", "Recent trouble"),
    "incidents/2026-04-04-inner.mdx": past("2026-04-04", "Inner trouble").replace("public", "internal"),
    [OPEN]: open,
    [WORK]: work,
  });
  out = join(warm.root, "out");
});
afterAll(() => rmSync(warm.root, { recursive: true, force: true }));

test("a first run reads everything, a second one nothing, and neither changes what the other wrote", async () => {
  expect((await status(warm)).read).toBeGreaterThan(30);
  const before = digestsOf(realpathSync(out));
  expect(await status(warm)).toMatchObject({ kind: "published", files: 0, read: 0, incidents: [] });
  expect(digestsOf(realpathSync(out))).toEqual(before);
});

test.each<[string, Files, number]>([
  ["an update of an open incident", { [OPEN]: open.replace("We look into it.", "We know what it is.") }, 1],
  [
    "another title of one long over",
    { [OLD]: PAST[OLD]!.replace("Old trouble 5", "Old trouble, corrected") },
    1,
  ],
  [
    "another year of one long over",
    {
      "incidents/2023-03-01-old-0.mdx": PAST["incidents/2023-03-01-old-0.mdx"]!.replaceAll(
        "2023-03-01T08",
        "2022-12-30T08",
      ),
    },
    1,
  ],
  [
    "a rename with the old id kept",
    {
      [OLD]: undefined,
      "incidents/2025-03-02-new-name.mdx": PAST[OLD]!.replace(
        "services:",
        "aliases: [2025-03-02-old-5]\nservices:",
      ),
    },
    1,
  ],
  [
    "one taken back",
    {
      "incidents/2025-03-01-old-2.mdx": PAST["incidents/2025-03-01-old-2.mdx"]!.replace("public", "internal"),
    },
    1,
  ],
  ["one removed", { "incidents/2025-03-03-old-8.mdx": undefined }, 0],
  [
    "one that is public now",
    {
      "incidents/2026-04-04-inner.mdx": past("2026-04-04", "Inner trouble"),
    },
    1,
  ],
  [
    "planned work that ended early",
    {
      [WORK]: work.replace(
        "services:",
        "states: [{ state: completed, at: 2026-06-15T08:30:00Z }]\nservices:",
      ),
    },
    1,
  ],
  [
    "an embargo",
    {
      [RECENT]: past("2026-05-20", "Recent trouble").replace(
        "services:",
        "embargo: 2026-07-01T00:00:00Z\nservices:",
      ),
    },
    1,
  ],
  ["nothing", {}, 0],
])("after %s a warm run writes what a cold one does", async (_, files, most) => {
  writeFiles(warm.content, files);
  const { read } = await status(warm);
  expect(read).toBeLessThanOrEqual(most);
  expect(digestsOf(realpathSync(out))).toEqual(await cold());
});

test("another name of a component is read with everything, and one broken long after stays as it was told", async () => {
  writeFiles(warm.content, {
    [CHECKOUT]: minimalFile(CHECKOUT, "alerts:", "component: { name: Paying }\nalerts:"),
  });
  expect((await status(warm)).read).toBeGreaterThan(30);
  const before = digestsOf(realpathSync(out));
  expect(before).toEqual(await cold());
  writeFiles(warm.content, { "incidents/2024-03-03-old-10.mdx": "---\ntitle: [\nvisibility: public\n---\n" });
  for (let run = 0; run < 2; run += 1) {
    const { unsound } = await status(warm);
    expect(unsound).toEqual([{ file: "content/incidents/2024-03-03-old-10.mdx", stays: true }]);
    expect(digestsOf(realpathSync(out))).toEqual(before);
  }
  writeFiles(warm.content, {
    "incidents/2024-03-03-old-10.mdx": "---\ntitle: [\nvisibility: internal\n---\n",
  });
  expect(await status(warm)).toMatchObject({ unsound: [], gone: ["incidents/2024-03-03-old-10/index.html"] });
  expect(digestsOf(realpathSync(out))).toEqual(await cold());
});

test("the name of an internal incident that is only remembered is held back in words for customers", async () => {
  writeFiles(warm.content, {
    "incidents/2026-04-05-inner.mdx": past("2026-04-05", "Inner trouble").replace("public", "internal"),
  });
  expect(await status(warm)).toMatchObject({ kind: "published", read: 1 });
  const before = digestsOf(realpathSync(out));
  writeFiles(warm.content, { [OPEN]: open.replace("We look into it.", "It is 2026-04-05-inner again.") });
  expect(await status(warm)).toMatchObject({
    kind: "held-back",
    leaks: expect.arrayContaining([expect.objectContaining({ token: "2026-04-05-inner" })]),
  });
  expect(digestsOf(realpathSync(out))).toEqual(before);
});

/** Digests of what a run without any memory makes of the same content. */
async function cold(): Promise<Record<string, string>> {
  const root = mkdtempSync(join(warm.root, "cold-"));
  cpSync(warm.content, join(root, "content"), { recursive: true });
  const fresh = { root, content: join(root, "content") };
  expect((await status(fresh)).kind).toBe("published");
  return digestsOf(realpathSync(join(root, "out")));
}

async function status({ root, content }: ContentFolder) {
  const context = {
    contentDir: content,
    asOf: AS_OF,
    // Later than any tick in which the files were written, so that nothing is read for safety alone.
    now: Date.now() + 10_000,
    environment: { projectDir: resolve(import.meta.dirname, "../.."), nodePath: process.execPath },
    signal: new AbortController().signal,
  } as unknown as CommandContext<unknown>;
  const outcome = await buildStatus(context, { audience: "public", out: join(root, "out") });
  return outcome as Extract<typeof outcome, { kind: "published" }>;
}
