import type { Source } from "./source.ts";

/** The only file that may write to GitHub, and the only one that knows the client library. */
const writer = "src/adapters/github/apply-plan.ts";
const client = "src/adapters/github/client.ts";

/** Requests to GitHub that do more than read, outside the file that writes; each as `file:line: sentence`. */
export function checkGitHubWrites({ path, text }: Source): string[] {
  if (!/^(src|scripts)\//.test(path) || path === writer) return [];
  return text.split("\n").flatMap((line, at) => {
    if (/["'`](POST|PATCH|PUT|DELETE) \//.test(line))
      return [`${path}:${at + 1}: only ${writer} writes to GitHub`];
    const asks = path !== client && /\boctokit\b/i.test(line) && /\bfrom\b|\bimport\(/.test(line);
    return asks ? [`${path}:${at + 1}: only ${client} talks to GitHub`] : [];
  });
}
