import type { z } from "zod";
import { instantProblem } from "../time.ts";
import { plainLine } from "./plain-words.ts";
import { type Signal, signal } from "./signal.ts";

/** What a reader of one system's notifications found. */
export interface NormalisedAlerts {
  readonly signals: readonly Signal[];
  readonly problems: readonly string[];
  /** What was left out, and why that is no problem. */
  readonly notes: readonly string[];
}

/** What a schema finds wrong with a payload, as sentences with the path. */
export function shapeProblems(error: z.ZodError): string[] {
  return error.issues
    .slice(0, 20)
    .map(({ path, message }) => plainLine(`\`${path.join(".") || "payload"}\`: ${message}`, 300)!);
}

/** Signals that hold to their schema; the others as problems. */
export function sound(candidates: readonly Record<string, unknown>[]): NormalisedAlerts {
  const signals: Signal[] = [];
  const problems: string[] = [];
  for (const candidate of candidates) {
    const present = Object.fromEntries(Object.entries(candidate).filter(([, value]) => value !== undefined));
    const read = signal.safeParse(present);
    if (read.success) signals.push(read.data);
    else
      problems.push(...shapeProblems(read.error).map((problem) => `Alert ${nameOf(candidate)}: ${problem}`));
  }
  return { signals, problems, notes: [] };
}

/** An instant as monitoring systems write it; the year 1 of Go and what is none are `undefined`. */
export function moment(text: unknown): string | undefined {
  if (typeof text !== "string" || text.startsWith("0001-")) return undefined;
  return instantProblem(text) === undefined ? text : undefined;
}

function nameOf({ name }: Record<string, unknown>): string {
  return `\`${plainLine(name, 80) ?? "without a name"}\``;
}
