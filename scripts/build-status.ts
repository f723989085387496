// The fast lane: what is public and valid → the status site over the standing one → gate → swap.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { copySite, dropFiles } from "../src/adapters/publish/copy-site.ts";
import type { Leak } from "../src/adapters/publish/leak.ts";
import { findLeaks } from "../src/adapters/publish/leak-gate.ts";
import { publishSite } from "../src/adapters/publish/publish-site.ts";
import { secretSearch } from "../src/adapters/publish/search-secrets.ts";
import { writeFiles } from "../src/adapters/publish/write-files.ts";
import { asKnownAt } from "../src/core/audience/as-known-at.ts";
import { type Projection, project } from "../src/core/audience/project.ts";
import { readerOf } from "../src/core/audience/reader.ts";
import { type LastGood, type StatusEntry, soundPart, type Unsound } from "../src/core/status/sound-part.ts";
import { epochOf } from "../src/core/time.ts";
import { gatherStatus } from "../src/core/views/status/gather-status.ts";
import { viewContext } from "../src/core/views/view-context.ts";
import { linesOf, readLastGood, writeLastGood } from "../src/loader/last-good.ts";
import { type Content, cacheFolderOf, readContent } from "../src/loader/read-content.ts";
import { statusSite } from "../src/site/status/status-site.ts";
import type { CommandContext } from "./command.ts";
import { secretsOf } from "./gate-site.ts";
import { refuseWithin } from "./refuse-within.ts";
import { drawIncidents } from "./status/draw-incidents.ts";

/** How the fast lane ended. */
export type StatusOutcome =
  | {
      readonly kind: "published";
      readonly files: number;
      readonly incidents: readonly string[];
      readonly gone: readonly string[];
      readonly unsound: readonly Unsound[];
    }
  | { readonly kind: "held-back"; readonly leaks: readonly Leak[] }
  | { readonly kind: "content"; readonly content: Content }
  | { readonly kind: "unknown-audience" };

const VERSION = "1";

/** Brings the status up to date in the site that stands; where none stands, it is all that there is. */
export async function buildStatus(
  context: CommandContext<unknown>,
  { audience, out }: { readonly audience: string; readonly out: string },
): Promise<StatusOutcome> {
  const cacheFolder = cacheFolderOf(context.contentDir);
  for (const folder of [context.contentDir, cacheFolder]) refuseWithin(folder, out);
  const content = readContent(context.contentDir, cacheFolder);
  const known = content.knowledgeBase;
  if (!known) return { kind: "content", content };
  const reader = readerOf(known.site, audience);
  if (!reader || reader.internal) return { kind: "unknown-audience" };
  const asOf = context.asOf ?? known.site.asOf;
  const now = asOf === undefined ? context.now : epochOf(asOf);
  const memory = join(cacheFolder, "audiences", audience, "status", "good.jsonl");
  const before = readLastGood(memory, VERSION);
  const part = soundPart(
    known,
    parsed(before),
    reader.visibilities,
    saidVisibility(context.contentDir, known.root),
    now,
  );
  const projection = project(asKnownAt(part.knowledgeBase, now), reader, now);
  const views = viewContext(projection, now);
  const facts = gatherStatus(views);
  const files = statusSite(views, facts);
  const lines = linesOf(part.good);
  const changed = projection.incidents.filter(({ file }) => lines.get(file) !== before.get(file));
  const gone = [...before.keys()].filter((file) => !lines.has(file)).flatMap(pageOfIncident);
  let written: readonly string[] = [];
  const outcome = await publishSite<readonly Leak[]>({
    out,
    now: context.now,
    produce: async ({ folder }) => {
      const whole = copySite(out, folder);
      dropFiles(folder, [...files.map(({ path }) => path), ...gone]);
      const pages = whole ? await drawIncidents(context, audience, views, changed, folder) : [];
      written = [...writeFiles(folder, files), ...pages];
    },
    gate: async ({ folder }) => {
      const leaks = leaksIn(folder, written, known, projection, JSON.stringify(facts));
      return { passed: leaks.length === 0, report: leaks };
    },
  });
  if (outcome.kind === "held-back") return { kind: "held-back", leaks: outcome.report };
  writeLastGood(memory, VERSION, lines);
  return {
    kind: "published",
    files: written.length,
    incidents: changed.map(({ id }) => id),
    gone,
    unsound: part.unsound,
  };
}

/** The visibility that a file names, however broken the rest of it is. */
function saidVisibility(contentDir: string, root: string): (file: string) => string | undefined {
  return (file) => {
    const text = readFileSync(join(contentDir, file.slice(root.length + 1)), "latin1");
    return /^visibility:[ \t]*["']?([^\s"'#]+)/m.exec(text)?.[1];
  };
}

/** Entries as they were remembered; only those can stand in for one that has an error now. */
function parsed(lines: ReadonlyMap<string, string>): LastGood {
  return { get: (file: string) => read(lines.get(file)), has: (file: string) => lines.has(file) };
}

function read(line: string | undefined): StatusEntry | undefined {
  return line === undefined ? undefined : (JSON.parse(line) as StatusEntry);
}

function pageOfIncident(file: string): string[] {
  const id = /\/incidents\/([^/]+)\.mdx$/.exec(file)?.[1];
  return id === undefined ? [] : [`incidents/${id}/index.html`];
}

/** The files were made from public entries and services alone: the passages of these are what could have got into them. */
function leaksIn(
  folder: string,
  paths: readonly string[],
  knowledgeBase: Parameters<typeof secretsOf>[0]["knowledgeBase"],
  projection: Projection,
  shown: string,
): Leak[] {
  const ids = new Set(projection.incidents.map(({ id }) => id));
  const textsOf = {
    ...knowledgeBase,
    incidents: knowledgeBase.incidents.filter(({ id }) => ids.has(id)),
    postmortems: [],
    runbooks: [],
    gameDays: [],
    templates: [],
    reviews: [],
    changeLogs: [],
    onCallLogs: [],
  };
  const secrets = secretsOf({
    knowledgeBase,
    textsOf,
    projection,
    publicTexts: [shown],
    paths: [],
    clientTexts: [],
  });
  const search = secretSearch(secrets);
  return paths.flatMap((path) => findLeaks(path, readFileSync(join(folder, path)), search));
}
