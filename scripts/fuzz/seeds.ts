import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { Kind } from "../../src/core/schemas/kinds.ts";
import { kindOfPath } from "../../src/loader/kind-of-path.ts";

/** A file to begin from. */
export interface Seed {
  readonly kind: Kind;
  readonly bytes: Buffer;
}

const LARGEST = 64 * 1024;
const FIELDS = "---\ntitle: Seed\nvisibility: internal\n---\n\n";

/** Files of the given folders in a stable order: content as it is, foreign Markdown below front matter of its own. */
export function readSeeds(folders: readonly string[]): Seed[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .sort()
      .filter((path) => /\.(mdx?|ya?ml)$/.test(path) && !path.includes("node_modules"))
      .flatMap((path) => seedOf(join(folder, path), path)),
  );
}

function seedOf(file: string, path: string): Seed[] {
  const state = statSync(file, { throwIfNoEntry: false });
  if (!state?.isFile() || state.size > LARGEST) return [];
  const bytes = readFileSync(file);
  const placed = kindOfPath(path.split("/").slice(-2).join("/"));
  const top = kindOfPath(basename(path));
  if (placed.kind === "document") return [{ kind: placed.of, bytes }];
  if (top.kind === "document") return [{ kind: top.of, bytes }];
  if (/\.mdx?$/.test(path)) return [{ kind: "runbook", bytes: Buffer.concat([Buffer.from(FIELDS), bytes]) }];
  return [];
}
