import type { BodyPart } from "./body.ts";

/** Neighbouring strings become one. */
export function joined(parts: readonly BodyPart[]): BodyPart[] {
  const result: BodyPart[] = [];
  for (const part of parts) {
    const last = result.length - 1;
    if (typeof part === "string" && typeof result[last] === "string")
      result[last] = (result[last] as string) + part;
    else if (part !== "") result.push(part);
  }
  return result;
}

/** Parts between two tags; a list of a hundred thousand of them is no argument list. */
export function wrapped(open: string, parts: readonly BodyPart[], close: string): BodyPart[] {
  return [open].concat(parts as string[], close);
}
