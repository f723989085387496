import { sha256 } from "../../core/markdown/diagram/sha256.ts";

/** Hash of an inline text as a security policy names it. */
export function policyHash(text: string): string {
  const bytes = sha256(text)
    .match(/../g)!
    .map((pair) => Number.parseInt(pair, 16));
  return `'sha256-${btoa(String.fromCharCode(...bytes))}'`;
}
