import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { acquireLock, type LockOwner, readLock } from "../../src/locks/lock.ts";
import { temporaryFolder } from "../adapters/publish/temporary-folder.ts";

const NOW = Date.parse("2026-11-24T02:00:00Z");
const LOCK_MODULE = new URL("../../src/locks/lock.ts", import.meta.url).href;

test("a lock names its process, host and time, and leaves nothing after its release", () => {
  const folder = temporaryFolder();
  const lock = acquireLock(join(folder, ".public.lock"), NOW);
  expect(readLock(join(folder, ".public.lock"))).toMatchObject({
    pid: process.pid,
    host: hostname(),
    since: "2026-11-24T02:00:00.000Z",
  });
  expect(readdirSync(folder)).toEqual([".public.lock"]);
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test("a second build is refused with the name of the first", () => {
  const path = join(temporaryFolder(), ".public.lock");
  const lock = acquireLock(path, NOW);
  expect(() => acquireLock(path, NOW)).toThrow(
    new RegExp(`process ${process.pid} on ${hostname()}, since 2026-11-24T02:00:00.000Z`),
  );
  lock.release();
  acquireLock(path, NOW).release();
});

test("a lock whose process was killed is taken over, and nothing is left beside it", () => {
  const folder = temporaryFolder();
  const path = join(folder, ".public.lock");
  holdAndDie(path);
  expect(existsSync(path)).toBe(true);
  writeFileSync(join(folder, ".public.lock.half.new"), '{"pid": 1');
  const lock = acquireLock(path, NOW);
  expect(readLock(path)?.pid).toBe(process.pid);
  expect(readdirSync(folder)).toEqual([".public.lock"]);
  lock.release();
});

test("a lock is taken over when its process number was given to another process", () => {
  const path = join(temporaryFolder(), ".public.lock");
  const lock = acquireLock(path, NOW);
  if (lock.owner.birth === undefined) return;
  writeFileSync(path, JSON.stringify({ ...lock.owner, birth: "an-earlier-boot/1" }));
  acquireLock(path, NOW).release();
});

test("a lock of another host is respected, because nobody here can tell whether its process lives", () => {
  const path = join(temporaryFolder(), ".public.lock");
  holdAndDie(path);
  const owner = JSON.parse(readFileSync(path, "utf8")) as LockOwner;
  writeFileSync(path, JSON.stringify({ ...owner, host: "another-host" }));
  expect(() => acquireLock(path, NOW)).toThrow(/on another-host/);
});

test("a lock file of unknown content is refused and stays", () => {
  const path = join(temporaryFolder(), ".public.lock");
  writeFileSync(path, "mine");
  expect(() => acquireLock(path, NOW)).toThrow(/no lock that can be read/);
  expect(readFileSync(path, "utf8")).toBe("mine");
});

test("of many processes that find the same dead lock exactly one at a time holds it", async () => {
  const folder = temporaryFolder();
  const path = join(folder, ".public.lock");
  holdAndDie(path);
  const script = `
    import { openSync, closeSync, rmSync } from "node:fs";
    const { acquireLock } = await import(${JSON.stringify(LOCK_MODULE)});
    let held = 0;
    for (const end = Date.now() + 700; Date.now() < end; ) {
      try {
        const lock = acquireLock(${JSON.stringify(path)}, 0);
        closeSync(openSync(${JSON.stringify(join(folder, "inside"))}, "wx"));
        held += 1;
        rmSync(${JSON.stringify(join(folder, "inside"))});
        if (Math.random() < 0.03) process.kill(process.pid, "SIGKILL");
        lock.release();
      } catch (error) {
        if (error.code !== "held") { console.error(error); process.exit(9); }
      }
    }
    console.log(held);`;
  const endings = await Promise.all(Array.from({ length: 6 }, () => run(script)));
  expect(endings.filter((ending) => ending !== "SIGKILL" && ending !== 0)).toEqual([]);
  expect(endings).toContain("SIGKILL");
  acquireLock(path, NOW).release();
  expect(readdirSync(folder)).toEqual([]);
});

function holdAndDie(path: string): void {
  const script = `const { acquireLock } = await import(${JSON.stringify(LOCK_MODULE)});
    acquireLock(${JSON.stringify(path)}, 0); process.kill(process.pid, "SIGKILL");`;
  spawnSync(process.execPath, ["--input-type=module", "-e", script], { stdio: "inherit" });
}

function run(script: string): Promise<number | string | null> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  return new Promise((done) => child.on("exit", (code, signal) => done(signal ?? code)));
}
