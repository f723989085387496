import type { z } from "zod";
import type { FieldPath } from "../finding.ts";

/** What remains of a document whose fields do not all fit, and which were taken out. */
export interface Salvaged<T> {
  readonly data: T;
  readonly removed: readonly FieldPath[];
}

/** Raw values → the data that fits once the fields that do not are taken out; nothing where a field that must be there is wrong. */
export function salvage<S extends z.ZodType>(schema: S, value: unknown): Salvaged<z.output<S>> | undefined {
  const removed: FieldPath[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const rest = without(value, removed, []);
    const result = schema.safeParse(rest);
    if (result.success) return { data: result.data, removed };
    const more = result.error.issues.flatMap((issue) => toTakeOut(issue, rest));
    if (more.some((path) => path.length === 0)) return undefined;
    removed.push(...more.map((path) => pathAsWritten(path, removed)));
  }
  return undefined;
}

/** Each round climbs one level: no document is deeper. */
const MOST_ROUNDS = 8;

/** A path in what remains → the same path in the document as it is written. */
export function pathAsWritten(path: FieldPath, removed: readonly FieldPath[]): FieldPath {
  const written: (string | number)[] = [];
  for (const step of path) {
    if (typeof step === "string") written.push(step);
    else {
      const gone = removed
        .filter((each) => each.length === written.length + 1 && startsWith(each, written))
        .map((each) => each.at(-1) as number)
        .sort((a, b) => a - b);
      written.push(gone.reduce((index, one) => (one <= index ? index + 1 : index), step));
    }
  }
  return written;
}

function toTakeOut(issue: z.core.$ZodIssue, rest: unknown): FieldPath[] {
  const path = issue.path as (string | number)[];
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => [...path, key]);
  return [valueAt(rest, path) === undefined ? path.slice(0, -1) : path];
}

/** A copy of a value without the fields at some paths. */
function without(value: unknown, removed: readonly FieldPath[], at: FieldPath): unknown {
  if (value === null || typeof value !== "object" || removed.length === 0) return value;
  const isGone = (step: string | number): boolean =>
    removed.some((path) => path.length === at.length + 1 && path.at(-1) === step && startsWith(path, at));
  if (Array.isArray(value))
    return value.flatMap((each, index) => (isGone(index) ? [] : [without(each, removed, [...at, index])]));
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) =>
      isGone(key) ? [] : [[key, without(each, removed, [...at, key])]],
    ),
  );
}

function startsWith(path: FieldPath, start: FieldPath): boolean {
  return start.every((step, index) => path[index] === step);
}

function valueAt(root: unknown, path: FieldPath): unknown {
  let here: unknown = root;
  for (const step of path) {
    if (here === null || typeof here !== "object" || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}
