import { fromOf, idsFor, isFolderPage, MARKDOWN_ENDING, stemOf } from "./entry-id.ts";
import type { MarkdownImport, SourceFile, StandingEntry } from "./import-types.ts";
import type { PlannedEntry } from "./link-book.ts";

/** A source file with the place where it will stand. */
export interface PlannedSource extends PlannedEntry {
  readonly file: SourceFile;
  /** As `imported.from` says it. */
  readonly from: string;
}

/** Which files become entries under which ids, and why others do not. The order of the files does not matter. */
export function planEntries(request: MarkdownImport): {
  readonly planned: readonly PlannedSource[];
  readonly leftOut: readonly { readonly from: string; readonly why: string }[];
} {
  const folder = request.kind === "runbook" ? "runbooks" : "postmortems";
  const leftOut: { from: string; why: string }[] = [];
  const seen = new Map<string, string>();
  const files = [...request.files]
    .sort((a, b) => compare(sortKey(a.path), sortKey(b.path)))
    .filter((file) => {
      const why = reasonToLeaveOut(file, request.kind, seen);
      if (why !== undefined) leftOut.push({ from: fromOf(request.source, file.path), why });
      return why === undefined;
    });
  const taken = takenNames(request.standing, folder);
  const earlier = new Map(
    request.standing.flatMap((entry) =>
      entry.from === undefined || !entry.path.startsWith(`${folder}/`)
        ? []
        : [[entry.from, idOf(entry.path)] as const],
    ),
  );
  const wanted = new Map<string, Set<string>>();
  for (const { path } of files) {
    const id = idsFor(path, request.source).next().value!;
    wanted.set(id, (wanted.get(id) ?? new Set()).add(path.split("/").slice(0, -1).join("/")));
  }
  const planned = files.map((file): PlannedSource => {
    const from = fromOf(request.source, file.path);
    const id = earlier.get(from) ?? freeId(file.path, request.source, taken, wanted);
    taken.add(id);
    return { path: file.path, folder, id, file, from };
  });
  return { planned, leftOut };
}

/** Of files that want one id, the one at the top has it and those in folders take longer ones: no order of files decides. */
function freeId(
  path: string,
  source: string,
  taken: ReadonlySet<string>,
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
): string {
  const atTop = !path.includes("/");
  for (const id of idsFor(path, source))
    if (!taken.has(id) && (atTop || (wanted.get(id)?.size ?? 0) < 2)) return id;
  throw new Error("Unexpected end of ids");
}

/** Ids and old ids of a folder's entries. */
export function takenNames(standing: readonly StandingEntry[], folder: string): Set<string> {
  return new Set(
    standing
      .filter(({ path }) => path.startsWith(`${folder}/`))
      .flatMap(({ path, aliases }) => [idOf(path), ...aliases]),
  );
}

function reasonToLeaveOut(
  { path, text }: SourceFile,
  kind: MarkdownImport["kind"],
  seen: Map<string, string>,
): string | undefined {
  if (text.trim() === "") return "it is empty";
  if (kind === "postmortem" && /(?:^|[^a-z])template(?:[^a-z]|$)/i.test(stemOf(path)))
    return "it is a template, not a postmortem";
  if (kind === "postmortem" && isFolderPage(path) && !path.includes("/"))
    return "it describes the folder, not an incident";
  const key = `${path.split("/").slice(0, -1).join("/")}/${stemOf(path)}\0${text.trim()}`;
  const twin = seen.get(key);
  seen.set(key, twin ?? path);
  return twin === undefined ? undefined : `it holds the same words as ${twin}`;
}

function idOf(path: string): string {
  return path.slice(path.indexOf("/") + 1).replace(/\.mdx$/, "");
}

/** Of two files with one name the one that says it is Markdown comes first. */
function sortKey(path: string): string {
  return `${path.replace(MARKDOWN_ENDING, "")}\0${MARKDOWN_ENDING.test(path) ? 0 : 1}${path}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
