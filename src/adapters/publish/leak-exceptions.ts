import type { Leak } from "./leak.ts";

/** A token that may be in the site although it is internal, with the reason that is printed. */
export interface LeakException {
  /** Exactly as the gate reports it, without regard to case; for a passage its first eight words. */
  readonly token: string;
  readonly reason: string;
}

/** Leaks that count, and each exception with the number of findings that it let pass; 0 means it can go. */
export interface JudgedLeaks {
  readonly leaks: readonly Leak[];
  readonly exceptions: readonly (LeakException & { readonly used: number })[];
}

/** Takes the findings out that an exception names. */
export function judgeLeaks(found: readonly Leak[], exceptions: readonly LeakException[]): JudgedLeaks {
  const used = new Map(exceptions.map(({ token }) => [token.toLowerCase(), 0]));
  const leaks = found.filter((leak) => {
    const count = leak.kind === "unreadable" ? undefined : used.get(leak.token);
    if (count !== undefined) used.set(leak.token, count + 1);
    return count === undefined;
  });
  return {
    leaks,
    exceptions: exceptions.map((exception) => ({
      ...exception,
      used: used.get(exception.token.toLowerCase())!,
    })),
  };
}
