import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { applySchema } from "../../src/core/parse/apply-schema.ts";
import { readYaml } from "../../src/core/parse/read-yaml.ts";
import { type DataOf, KINDS } from "../../src/core/schemas/kinds.ts";
import type { StandingEntry } from "../../src/importers/markdown/import-types.ts";
import { isUntouched } from "../../src/importers/markdown/imported-document.ts";
import { splitFrontMatter } from "../../src/loader/split-front-matter.ts";

/** What stands in a content folder before an import. */
export interface Standing {
  readonly entries: readonly StandingEntry[];
  readonly taxonomy?: DataOf<"taxonomy">;
  readonly teams?: DataOf<"teams">;
  /** What must be put right before anything can be imported. */
  readonly problems: readonly string[];
}

const FOLDERS = ["incidents", "postmortems", "runbooks", "maintenance"] as const;

/** Reads the entries that an import could touch, and the words and people that it may use. */
export function readStanding(folder: string, digest: (text: string) => string): Standing {
  const problems: string[] = [];
  const entries = FOLDERS.flatMap((name) => entriesIn(folder, name, digest, problems));
  const taxonomy = readData(folder, "taxonomy", problems);
  const teams = readData(folder, "teams", problems);
  return { entries, ...(taxonomy ? { taxonomy } : {}), ...(teams ? { teams } : {}), problems };
}

function entriesIn(
  folder: string,
  name: string,
  digest: (text: string) => string,
  problems: string[],
): StandingEntry[] {
  const path = join(folder, name);
  if (!existsSync(path)) return [];
  if (!lstatSync(path).isDirectory()) {
    problems.push(`${name} is no folder, and an import does not write through links`);
    return [];
  }
  return readdirSync(path)
    .filter((file) => file.endsWith(".mdx"))
    .map((file) => standingEntry(folder, `${name}/${file}`, digest));
}

function standingEntry(folder: string, path: string, digest: (text: string) => string): StandingEntry {
  const foreign: StandingEntry = { path, aliases: [], untouched: false };
  const full = join(folder, path);
  if (!lstatSync(full).isFile()) return foreign;
  const text = readFileSync(full, "utf8").replaceAll("\r\n", "\n");
  const split = splitFrontMatter(text);
  const { value } = split.ok ? readYaml(path, split.yaml, split.yamlLine) : {};
  if (typeof value !== "object" || value === null) return foreign;
  const { aliases, imported } = value as {
    aliases?: unknown;
    imported?: { from?: unknown; digest?: unknown };
  };
  const ids = Array.isArray(aliases) ? aliases.filter((id): id is string => typeof id === "string") : [];
  if (typeof imported?.from !== "string") return { ...foreign, aliases: ids };
  return {
    path,
    aliases: ids,
    from: imported.from,
    untouched: isUntouched(text, String(imported.digest), digest),
  };
}

function readData<K extends "taxonomy" | "teams">(
  folder: string,
  kind: K,
  problems: string[],
): DataOf<K> | undefined {
  const { at, schema } = KINDS[kind];
  const path = join(folder, at);
  if (!existsSync(path)) return undefined;
  const { value, findings } = readYaml(at, readFileSync(path, "utf8").replaceAll("\r\n", "\n"), 1);
  const applied = findings.length > 0 ? { findings } : applySchema(at, schema, value);
  for (const { message } of applied.findings) problems.push(`${at}: ${message}`);
  return "data" in applied ? (applied.data as DataOf<K>) : undefined;
}
