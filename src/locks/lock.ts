import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { LockRefused } from "./lock-refused.ts";
import { processSpace, processState } from "./process-birth.ts";

/** Who holds a lock, as it stands in the lock file. */
export interface LockOwner {
  readonly pid: number;
  readonly host: string;
  /** When the lock was taken, an instant in UTC. */
  readonly since: string;
  /** One lock, one token: it tells a lock from the one that replaced it. */
  readonly token: string;
  readonly birth?: string;
  readonly space?: string;
}

/** A lock that is held until `release`. */
export interface Lock {
  readonly owner: LockOwner;
  release(): void;
}

/**
 * Takes the exclusive lock at a path, or refuses with the name of its holder. A lock whose process is dead is taken
 * over. The file appears whole or not at all: it is written under another name and linked.
 */
export function acquireLock(path: string, now: number, who = "Another build"): Lock {
  const state = processState(process.pid);
  const owner: LockOwner = {
    pid: process.pid,
    host: hostname(),
    since: new Date(now).toISOString(),
    token: randomUUID(),
    birth: state.running ? state.birth : undefined,
    space: processSpace(),
  };
  mkdirSync(dirname(path), { recursive: true });
  hold(path, owner, who);
  removeDeadFiles(path);
  return { owner, release: () => letGo(path, owner) };
}

/** Who holds the lock at a path; `undefined` when nobody does. */
export function readLock(path: string): LockOwner | undefined {
  const text = readIfThere(path);
  if (text === undefined) return undefined;
  const owner = parseOwner(text);
  if (owner) return owner;
  throw new LockRefused(
    "unreadable",
    `${path} is no lock that can be read. Remove it when nothing of Tidemark is running.`,
  );
}

function hold(path: string, owner: LockOwner, who: string): void {
  for (;;) {
    if (moveWhole(path, owner, linkSync)) return;
    const holder = readLock(path);
    if (!holder) continue;
    if (!isDead(holder)) throw lockedBy(path, holder, who);
    if (takeOver(path, owner, holder, who)) return;
  }
}

/**
 * Replaces a dead holder's lock. Only the holder of the lock named after the dead one's token may do that, so of two
 * processes that find the same dead lock one replaces it and the other then finds a living holder.
 */
function takeOver(path: string, owner: LockOwner, dead: LockOwner, who: string): boolean {
  const turn = `${path}.${dead.token}`;
  hold(turn, owner, who);
  try {
    if (readLock(path)?.token !== dead.token) return false;
    return moveWhole(path, owner, renameSync);
  } finally {
    letGo(turn, owner);
  }
}

/** Puts a whole lock file in place; `false` when somebody else's file is there or took ours away. */
function moveWhole(path: string, owner: LockOwner, move: (from: string, to: string) => void): boolean {
  const aside = `${path}.${randomUUID()}.new`;
  try {
    writeFileSync(aside, `${JSON.stringify(owner)}\n`, { flag: "wx", flush: true });
    move(aside, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" || code === "ENOENT") return false;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function letGo(path: string, owner: LockOwner): void {
  if (parseOwner(readIfThere(path) ?? "")?.token === owner.token) rmSync(path, { force: true });
}

/** Files beside the lock that dead processes left while they were taking it, and halves of such files. */
function removeDeadFiles(path: string): void {
  const start = `${basename(path)}.`;
  for (const name of readdirSync(dirname(path)).filter((name) => name.startsWith(start))) {
    const file = join(dirname(path), name);
    const left = parseOwner(readIfThere(file) ?? "");
    if (left ? isDead(left) : name.endsWith(".new")) rmSync(file, { force: true });
  }
}

/** Certain only for a process of this machine; whoever is elsewhere counts as alive. */
function isDead(owner: LockOwner): boolean {
  if (owner.host !== hostname() || owner.space !== processSpace()) return false;
  const state = processState(owner.pid);
  if (!state.running) return true;
  return owner.birth !== undefined && state.birth !== undefined && owner.birth !== state.birth;
}

function lockedBy(path: string, holder: LockOwner, who: string): LockRefused {
  return new LockRefused(
    "held",
    `${who} holds ${path}: process ${holder.pid} on ${holder.host}, since ${holder.since}. ` +
      "Wait for it, or remove that file when the process is known to be gone.",
  );
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function parseOwner(text: string): LockOwner | undefined {
  try {
    const value = JSON.parse(text) as Partial<LockOwner> | null;
    const whole =
      value !== null &&
      Number.isSafeInteger(value.pid) &&
      typeof value.host === "string" &&
      typeof value.since === "string" &&
      typeof value.token === "string" &&
      /^[0-9a-f-]{36}$/.test(value.token);
    return whole ? (value as LockOwner) : undefined;
  } catch {
    return undefined;
  }
}
