import type { FieldPath } from "../finding.ts";
import type { Edit, PlainValue } from "./edit.ts";

/** What a file's values must be after an edit, or why the edit makes no sense for them. */
export type Expectation =
  | { readonly ok: true; readonly value: PlainValue }
  | { readonly ok: false; readonly code: "missing-field" | "wrong-type"; readonly message: string };

/** The values before → the values after, with no thought of text. */
export function expectedValue(before: PlainValue, edit: Edit): Expectation {
  return change(before, edit.path, edit, 0);
}

/** Whether two values are the same; the order of fields does not count. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return Object.is(a, b);
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, at) => sameValue(item, b[at]))
    );
  const [left, right] = [clean(a), clean(b)];
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && sameValue(left[key], right[key]))
  );
}

function change(here: PlainValue | undefined, path: FieldPath, edit: Edit, depth: number): Expectation {
  const step = path[depth];
  if (step === undefined) return atTarget(here, edit);
  if (here === undefined || here === null) {
    if (edit.do === "remove") return { ok: true, value: here ?? null };
    if (typeof step === "number") return missing(path, depth);
    const inner = change(undefined, path, edit, depth + 1);
    return inner.ok ? { ok: true, value: { [step]: inner.value } } : inner;
  }
  if (typeof step === "number") {
    if (!Array.isArray(here)) return wrong(path, depth, "a list");
    if (!Number.isInteger(step) || step < 0 || step >= here.length)
      return edit.do === "remove" ? { ok: true, value: here } : missing(path, depth);
    if (edit.do === "remove" && depth === path.length - 1)
      return { ok: true, value: here.filter((_, index) => index !== step) };
    const inner = change(here[step], path, edit, depth + 1);
    return inner.ok
      ? { ok: true, value: here.map((item, index) => (index === step ? inner.value : item)) }
      : inner;
  }
  if (typeof here !== "object" || Array.isArray(here)) return wrong(path, depth, "a mapping");
  const mapping = here as { readonly [key: string]: PlainValue | undefined };
  const present = Object.hasOwn(mapping, step);
  if (edit.do === "remove" && (!present || depth === path.length - 1))
    return { ok: true, value: Object.fromEntries(Object.entries(mapping).filter(([key]) => key !== step)) };
  const inner = change(present ? mapping[step] : undefined, path, edit, depth + 1);
  return inner.ok ? { ok: true, value: { ...mapping, [step]: inner.value } } : inner;
}

function atTarget(here: PlainValue | undefined, edit: Edit): Expectation {
  if (edit.do === "remove") return { ok: true, value: here ?? null };
  if (edit.do === "set") return { ok: true, value: edit.value };
  const added = edit.do === "extend" ? edit.values : [edit.value];
  if (here === undefined || here === null) return { ok: true, value: added };
  return Array.isArray(here)
    ? { ok: true, value: [...here, ...added] }
    : wrong(edit.path, edit.path.length, "a list");
}

function missing(path: FieldPath, depth: number): Expectation {
  return {
    ok: false,
    code: "missing-field",
    message: `Expected \`${pathWords(path.slice(0, depth + 1))}\`, found nothing`,
  };
}

function wrong(path: FieldPath, depth: number, expected: string): Expectation {
  const name = pathWords(path.slice(0, depth));
  return { ok: false, code: "wrong-type", message: `Unexpected value of \`${name}\`, expected ${expected}` };
}

/** A path as people write it, `impact[0].level`. */
export function pathWords(path: FieldPath): string {
  const words = path.map((step, index) =>
    typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`,
  );
  return words.join("") || "front matter";
}

function clean(value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
}
