import { tmpdir } from "node:os";
import { join } from "node:path";

/** A file that hostile content would make if any of it ever ran. */
export const CANARY = join(tmpdir(), `tidemark-canary-${process.pid}`);

/** What would make it, as an expression of a program. */
export const ATTACK = `process.getBuiltinModule("fs").writeFileSync(${JSON.stringify(CANARY)}, "x")`;

/** One hostile file and what the check must say of it. */
export interface Input {
  readonly name: string;
  /** Path below the content folder; `*` stands for a number that makes it unique. */
  readonly at: string;
  readonly bytes: string | Uint8Array;
  /** What is said of the file, each as `line:column code message`; the message may be its beginning. Nothing: it is fine. */
  readonly says: readonly string[];
}

/** A runbook whose body begins on line 8. */
export function runbook(name: string, body: string, ...says: string[]): Input {
  return { name, at: "runbooks/hostile-*.mdx", bytes: runbookText(body), says };
}

/** A runbook as raw bytes. */
export function rawRunbook(name: string, bytes: string | Uint8Array, ...says: string[]): Input {
  return { name, at: "runbooks/hostile-*.mdx", bytes, says };
}

/** A runbook with one line of its front matter written otherwise; fields stand on lines 2 to 5. */
export function runbookField(name: string, from: string, to: string, ...says: string[]): Input {
  return { name, at: "runbooks/hostile-*.mdx", bytes: replaced(runbookText("Text."), from, to), says };
}

/** An incident with a piece of its front matter written otherwise. */
export function incident(name: string, from: string, to: string, ...says: string[]): Input {
  return { name, at: "incidents/2026-03-14-hostile-*.mdx", bytes: replaced(INCIDENT, from, to), says };
}

/** The text of a valid runbook around a body that begins on line 8. */
export function runbookText(body: string): string {
  return `---
title: Hostile
visibility: internal
owner: payments
verified: { on: 2026-03-20, by: ada, how: dry-run }
---

${body}
`;
}

/** A valid incident; its milestones stand on lines 7 to 10. */
export const INCIDENT = `---
title: Hostile
visibility: internal
severity: { initial: SEV3, peak: SEV3 }
services: [checkout]
milestones:
  started: 2026-03-14T10:00:00Z
  detected: 2026-03-14T10:05:00Z
  resolved: 2026-03-14T11:00:00Z
  verified: 2026-03-14T11:10:00Z
---

Text.
`;

function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`Unexpected ${from}, expected a piece of the text`);
  return text.replace(from, () => to);
}
