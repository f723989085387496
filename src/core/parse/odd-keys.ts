import type { FieldPath, Finding } from "../finding.ts";
import { MAX_KEYS } from "./limits.ts";

const FORBIDDEN = new Set(["__proto__", "constructor", "prototype", "<<"]);

/** Keys that no file may use, however they are spelled, and mappings with too many keys. */
export function oddKeys(file: string, value: unknown): Finding[] {
  const findings: Finding[] = [];
  visit(file, value, [], findings);
  return findings;
}

function visit(file: string, value: unknown, path: FieldPath, findings: Finding[]): void {
  if (value === null || typeof value !== "object") return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      if (item !== null && typeof item === "object") visit(file, item, [...path, index], findings);
    return;
  }
  const keys = Object.keys(value);
  if (keys.length > MAX_KEYS) {
    const spot = { file, field: [...path, keys[MAX_KEYS]!], name: true };
    findings.push({
      code: "too-many-keys",
      message: `Unexpected mapping of more than ${MAX_KEYS} keys`,
      spot,
    });
    return;
  }
  for (const key of keys) {
    const field = [...path, key];
    if (FORBIDDEN.has(key))
      findings.push({
        code: "yaml-forbidden-key",
        message: `Unexpected key \`${key}\`, which no file may use`,
        spot: { file, field, name: true },
      });
    else visit(file, (value as Record<string, unknown>)[key], field, findings);
  }
}
