import { GitHubFailure } from "../src/adapters/github/github-failure.ts";
import { LockRefused } from "../src/locks/lock-refused.ts";
import type { ExitCode } from "./command.ts";

/** A thrown thing as an exit code and one sentence: the machine's trouble is 4, GitHub's 5 where it may pass, all else is a bug of ours, 3. */
export function describeFailure(thrown: unknown): { code: ExitCode; sentence: string } {
  if (thrown instanceof LockRefused) return { code: 4, sentence: thrown.message };
  if (thrown instanceof GitHubFailure) return { code: thrown.again ? 5 : 4, sentence: thrown.message };
  const trouble = systemErrorIn(thrown);
  const why = trouble?.code && reasons[trouble.code];
  if (why) {
    const where = trouble.path ?? (trouble.port === undefined ? undefined : `port ${trouble.port}`);
    return { code: 4, sentence: where ? `${why}: ${where}.` : `${why}.` };
  }
  const told = troubleInWords(thrown);
  if (told) return { code: 4, sentence: told.path ? `${told.why}: ${told.path}.` : `${told.why}.` };
  const words = thrown instanceof Error ? thrown.message : String(thrown);
  return {
    code: 3,
    sentence: `This is a bug of ours, please report it (TIDEMARK_DEBUG=1 shows more): ${words.split("\n")[0]}`,
  };
}

/** What the system refused, in words. */
const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "The disk is full",
  EDQUOT: "The disk quota is used up",
  EROFS: "This file system is read-only",
  EACCES: "Permission denied",
  EPERM: "Operation not permitted",
  ENOTDIR: "A file stands where a folder is needed",
  EIO: "The disk reports an error",
  EMFILE: "Too many open files for one process",
  ENFILE: "Too many open files on this machine",
  ENOMEM: "There is not enough memory",
  ENAMETOOLONG: "The path is too long for this file system",
  EADDRINUSE: "Something else listens there already",
};

/** Numbers by which libraries in other languages name them. */
const numbers: Readonly<Record<string, string>> = {
  5: "EIO",
  12: "ENOMEM",
  13: "EACCES",
  24: "EMFILE",
  28: "ENOSPC",
  30: "EROFS",
  122: "EDQUOT",
};

/** What the system refused a child process or a library that tells of it in words only. */
function troubleInWords(thrown: unknown): { why: string; path?: string } | undefined {
  for (let error = thrown, depth = 0; depth < 10 && error instanceof Error; depth++, error = error.cause) {
    const match = /\b(E[A-Z]{2,11}): [^\n]*|\bcode: ['"](E[A-Z]{2,11})['"]|\(os error (\d+)\)/g;
    for (const [line, named, code, number] of error.message.matchAll(match)) {
      const why = reasons[named ?? code ?? numbers[number!] ?? ""];
      const path = /'([^'\n]+)'[^']*$/.exec(named ? line : "")?.[1];
      if (why) return { why, ...(path === undefined ? {} : { path }) };
    }
  }
  return undefined;
}

interface SystemError extends Error {
  code?: string;
  path?: string;
  port?: number;
}

/** The system's own error, however deep a library has wrapped it. */
function systemErrorIn(thrown: unknown): SystemError | undefined {
  let error = thrown;
  for (let depth = 0; depth < 10 && error instanceof Error; depth++) {
    const { code } = error as SystemError;
    if (code && code in reasons) return error as SystemError;
    error = error.cause;
  }
  return undefined;
}
