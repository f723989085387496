import { sha256 } from "../../core/markdown/diagram/sha256.ts";
import { statusScript } from "./status-script.ts";
import { statusStyle } from "./status-style.ts";

/** Hash of an inline text as a security policy names it. */
export function policyHash(text: string): string {
  const bytes = sha256(text)
    .match(/../g)!
    .map((pair) => Number.parseInt(pair, 16));
  return `'sha256-${btoa(String.fromCharCode(...bytes))}'`;
}

/** What the status page may run and show: its own style and script by hash, its own icon, and nothing else of anybody. */
export const statusPolicy = `default-src 'none'; style-src ${policyHash(statusStyle)}; script-src ${policyHash(statusScript)}; img-src data:; base-uri 'none'; form-action 'none'`;
