import type { z } from "zod";
import type { FieldPath, Finding } from "../finding.ts";
import { AS_INTERNAL } from "../schemas/scalars.ts";
import { nearest } from "../suggestion.ts";
import { quoted, typeName, wordFor } from "./value-words.ts";

type Issue = z.core.$ZodIssue;

/** Raw values → data of a kind, or one finding for each field that does not fit. */
export function applySchema<S extends z.ZodType>(
  file: string,
  schema: S,
  value: unknown,
): { data?: z.output<S>; findings: Finding[] } {
  const result = schema.safeParse(value);
  if (result.success) return { data: result.data, findings: [] };
  return { findings: result.error.issues.flatMap((issue) => findingsOf(file, schema, value, issue, [])) };
}

function findingsOf(
  file: string,
  schema: z.ZodType,
  root: unknown,
  issue: Issue,
  prefix: FieldPath,
): Finding[] {
  const path = [...prefix, ...(issue.path as (string | number)[])];
  const field = fieldName(path);
  const actual = valueAt(root, path);
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = knownKeys(schema, path);
      return issue.keys.map((key) => {
        const guess = nearest(key, known);
        return {
          code: "unknown-field",
          message: `Unexpected field \`${key}\`${path.length > 0 ? ` in \`${field}\`` : ""}`,
          ...(guess
            ? { help: `Did you mean \`${guess}\`?${guess === "visibility" ? ` ${AS_INTERNAL}` : ""}` }
            : known.length > 0 && known.length <= 12
              ? { help: `Expected one of ${known.join(", ")}.` }
              : {}),
          spot: { file, field: [...path, key], name: true },
        };
      });
    }
    case "invalid_union": {
      const branches = [...issue.errors]
        .map((errors) => errors as Issue[])
        .sort((a, b) => weight(a) - weight(b));
      const best = branches[0];
      if (actual === undefined) return [missing(file, path, field)];
      if (!best)
        return [
          { code: "invalid-value", message: `Unexpected value of \`${field}\``, spot: { file, field: path } },
        ];
      return best.flatMap((inner) => findingsOf(file, schema, root, inner, path));
    }
    case "invalid_type":
      if (actual === undefined) return [missing(file, path, field)];
      return [
        {
          code: "wrong-type",
          message: `Unexpected ${typeName(actual)} in \`${field}\`, expected ${wordFor(issue.expected)}`,
          ...(field === "visibility" ? { help: AS_INTERNAL } : {}),
          spot: { file, field: path },
        },
      ];
    case "invalid_value": {
      if (actual === undefined) return [missing(file, path, field)];
      const known = issue.values.map(String);
      const guess = nearest(String(actual), known);
      return [
        {
          code: "unknown-value",
          message: `Unexpected ${quoted(actual)} in \`${field}\`, expected ${known.length === 1 ? known[0] : `one of ${known.join(", ")}`}`,
          ...(guess ? { help: `Did you mean \`${guess}\`?` } : {}),
          spot: { file, field: path },
        },
      ];
    }
    default: {
      const message =
        issue.message.startsWith("Invalid input") || issue.message.startsWith("Too")
          ? sizeMessage(issue)
          : issue.message;
      const code = /instant|offset|clock/.test(message)
        ? "invalid-instant"
        : /calendar/.test(message)
          ? "invalid-date"
          : "invalid-value";
      return [
        {
          code,
          message: `Unexpected ${quoted(actual)} in \`${field}\`: ${message}`,
          spot: { file, field: path },
        },
      ];
    }
  }
}

/** Of the branches of a union the one that was meant is the one that failed deepest and least. */
function weight(issues: readonly Issue[]): number {
  const shallow = issues.some((issue) => issue.path.length === 0 && issue.code === "invalid_type");
  return (shallow ? 1000 : 0) + issues.length;
}

function missing(file: string, path: FieldPath, field: string): Finding {
  return {
    code: "missing-field",
    message: `Expected field \`${field}\`, found nothing`,
    ...(field === "visibility" ? { help: AS_INTERNAL } : {}),
    spot: { file, field: path },
  };
}

function sizeMessage(issue: Issue): string {
  const bound = issue as Issue & { minimum?: number; maximum?: number };
  if (bound.minimum !== undefined) return `is below ${bound.minimum}`;
  if (bound.maximum !== undefined) return `is above ${bound.maximum}`;
  return "does not fit";
}

/** Field names that the schema knows at a path, for suggestions. */
function knownKeys(schema: z.ZodType, path: FieldPath): string[] {
  let here: z.ZodType | undefined = schema;
  for (const step of [...path, undefined]) {
    here = unwrap(here);
    if (step === undefined || here === undefined) break;
    const def = here._zod.def as unknown as { shape?: Record<string, z.ZodType>; element?: z.ZodType };
    here = typeof step === "number" ? def.element : def.shape?.[step];
  }
  const shape = (here?._zod.def as { shape?: Record<string, unknown> } | undefined)?.shape;
  return shape ? Object.keys(shape) : [];
}

function unwrap(schema: z.ZodType | undefined): z.ZodType | undefined {
  let here = schema;
  for (;;) {
    const def = here?._zod.def as
      | { innerType?: z.ZodType; options?: z.ZodType[]; shape?: unknown }
      | undefined;
    if (def?.innerType) here = def.innerType;
    else if (def?.options)
      here =
        def.options.map(unwrap).find((option) => (option?._zod.def as { shape?: unknown })?.shape) ??
        def.options[0];
    else return here;
  }
}

function valueAt(root: unknown, path: FieldPath): unknown {
  let here: unknown = root;
  for (const step of path) {
    if (here === null || typeof here !== "object") return undefined;
    here = Object.hasOwn(here, step) ? (here as Record<string | number, unknown>)[step] : undefined;
  }
  return here;
}

/** A path as people write it, `impact[0].level`. */
function fieldName(path: FieldPath): string {
  return (
    path
      .map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`))
      .join("") || "front matter"
  );
}
