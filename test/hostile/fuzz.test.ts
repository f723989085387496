import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { fuzz } from "../../scripts/fuzz/fuzz.ts";
import { corporaFolder } from "../support/corpora.ts";

const root = resolve(import.meta.dirname, "../..");
const everything = process.env.TIDEMARK_TESTS === "all";
const seed = Number(process.env.TIDEMARK_SEED ?? 1);
const count = everything ? 10_000 : 1_000;
const folders = [join(root, "content"), join(root, "test/fixtures"), corporaFolder].filter((folder) =>
  existsSync(folder),
);

test(`${count} mutated files from seed ${seed}: no signal, no exception, none over a second, each valid or explained`, async () => {
  const { valid, refused, failures } = await fuzz({
    seed,
    count,
    processes: availableParallelism(),
    folders,
  });
  expect(failures).toEqual([]);
  expect(valid + refused).toBe(count);
  // Were all refused at the door, nothing behind it would have been tried.
  expect(valid).toBeGreaterThan(count / 10);
  expect(refused).toBeGreaterThan(count / 10);
}, 300_000);

test("a signal, an exception, a hang, a slow file and an early end are each noticed, and the rest is tried all the same", async () => {
  const worker = join(import.meta.dirname, "workers/dying-worker.mjs");
  const { valid, failures } = await fuzz({
    seed,
    count: 8,
    processes: 2,
    folders: [],
    worker,
    patience: 1_000,
  });
  expect(failures).toEqual([
    { number: 1, what: "died by SIGSEGV" },
    { number: 2, what: "thrown Error: no" },
    { number: 3, what: "silent for 1 s" },
    { number: 4, what: "took 1001 ms" },
    { number: 5, what: "died by exit 9" },
  ]);
  expect(valid).toBe(4);
});
