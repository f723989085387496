import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { BrokenFile, Entry } from "../../src/core/knowledge-base/knowledge-base.ts";
import { linkKnowledgeBase } from "../../src/core/knowledge-base/link-knowledge-base.ts";
import { stubEntry } from "../../src/core/status/stub-entry.ts";
import { CompileCache } from "../../src/loader/compile-cache.ts";
import { ContentReader } from "../../src/loader/content-reader.ts";
import { type FileStat, isUntouched, NO_FILE } from "../../src/loader/file-stats.ts";
import { kindOfPath } from "../../src/loader/kind-of-path.ts";
import type { KnownFile, StatusMemory } from "../../src/loader/status-memory.ts";
import type { StatusReading } from "./status-reading.ts";

/** Kinds whose change may be anywhere in what is shown. */
const EVERYWHERE = new Set<string>(["site", "taxonomy", "teams", "service", "asset"]);

/** What could take part in making the status, or be referred to by what does. */
const NAMED = new Set<string>(["incident", "postmortem", "runbook"]);

/**
 * Reads what changed since the last run and takes the rest from the memory; `undefined` where a change may reach further
 * than the entry that was changed, so that everything has to be read.
 */
export function readChanges(
  folder: string,
  memory: StatusMemory,
  stats: ReadonlyMap<string, FileStat>,
  readAt: number,
): StatusReading | undefined {
  const root = basename(folder);
  const suspects = [...stats].filter(([path, stat]) => {
    const known = memory.files.get(path);
    return !known || known.unsound || !isUntouched(stat, known.stat, known.readAt);
  });
  const gone = [...memory.files.keys()].filter((path) => !stats.has(path));
  const digests = new Map(suspects.flatMap(([path]) => digestOf(folder, path)));
  const changed = suspects
    .map(([path]) => path)
    .filter(
      (path) => memory.files.get(path)?.unsound || memory.files.get(path)?.digest !== digests.get(path),
    );
  if ([...changed, ...gone].some((path) => isEverywhere(path) || showsPages(memory.files.get(path))))
    return undefined;
  const reader = new ContentReader(folder, root, new CompileCache("", ""), new Set(stats.keys()));
  for (const path of changed) reader.read({ path, type: stats.get(path) === NO_FILE ? "other" : "file" });
  if (reader.entries.some((entry) => reachesFurther(entry, memory, new Set([...changed, ...gone]))))
    return undefined;
  const standing = new Map(memory.files);
  for (const path of [...changed, ...gone]) standing.delete(path);
  const known = [...standing.values()];
  const entries = [...reader.entries, ...known.flatMap((file) => entryOf(root, file))];
  const assets = known.flatMap(({ asset }) => asset ?? []);
  const broken: BrokenFile[] = [...reader.broken, ...known.flatMap((file) => brokenOf(root, file))];
  const linkedWith = (more: readonly Entry[]) =>
    linkKnowledgeBase(root, [...entries, ...more], assets, broken);
  const content = {
    folder,
    knowledgeBase: linkedWith([]),
    linkedWith,
    diagnostics: reader.diagnostics,
    sourceOf: (file: string) => reader.sourceOf(file),
    digests,
    files: stats.size,
  };
  return { content, stats, readAt, digests, gone, standing };
}

function digestOf(folder: string, path: string): [string, string][] {
  try {
    return [[path, hash("sha256", readFileSync(join(folder, path)))]];
  } catch {
    return [[path, "unreadable"]];
  }
}

function isEverywhere(path: string): boolean {
  const placed = kindOfPath(path);
  return placed.kind === "asset" || (placed.kind === "document" && EVERYWHERE.has(placed.of));
}

/** Postmortems and runbooks that take part are linked from other pages. */
function showsPages(known: KnownFile | undefined): boolean {
  return known?.entry !== undefined && (known.kind === "postmortem" || known.kind === "runbook");
}

/** Whether an entry that changed takes part in pages of others, is called as another is, or shows what is only remembered by name. */
function reachesFurther(entry: Entry, { files }: StatusMemory, changed: ReadonlySet<string>): boolean {
  const { kind, id, data, body } = entry;
  if (kind === "postmortem" || kind === "runbook")
    return (data as { visibility: string }).visibility !== "internal";
  if (kind !== "incident") return false;
  const names = new Set([id, ...(data as { aliases: readonly string[] }).aliases]);
  const taken = [...files.values()].some(
    (file) =>
      file.kind === "incident" &&
      !changed.has(file.path) &&
      [file.id!, ...(file.aliases ?? [])].some((name) => names.has(name)),
  );
  const anchors = body.links.some(({ href }) => href.indexOf("#") > 0);
  return taken || anchors || JSON.stringify(body.parts).includes('"props":{"incident"');
}

function entryOf(root: string, known: KnownFile): Entry[] {
  const { kind, id, title, aliases = [], path, entry } = known;
  if (entry) return [entry];
  if (!NAMED.has(kind ?? "") || title === undefined) return [];
  return [
    stubEntry({
      kind: kind as "incident" | "postmortem" | "runbook",
      id: id!,
      file: `${root}/${path}`,
      title,
      aliases,
    }),
  ];
}

function brokenOf(root: string, { kind, id, path, entry, title }: KnownFile): BrokenFile[] {
  if (kind === undefined || kind === "asset" || entry || title !== undefined) return [];
  return [{ kind, id: id!, file: `${root}/${path}` }];
}
