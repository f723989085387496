// The fast lane: what is public and valid → the status site over the standing one → gate → swap.
import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { changedFiles } from "../src/adapters/publish/changed-files.ts";
import { dropFiles } from "../src/adapters/publish/copy-site.ts";
import type { Leak } from "../src/adapters/publish/leak.ts";
import { publishSite } from "../src/adapters/publish/publish-site.ts";
import { noteChanges, renewSite } from "../src/adapters/publish/renew-site.ts";
import { StandingPages } from "../src/adapters/publish/standing-pages.ts";
import { writeFiles } from "../src/adapters/publish/write-files.ts";
import { readerOf } from "../src/core/audience/reader.ts";
import type { Entry } from "../src/core/knowledge-base/knowledge-base.ts";
import type { Unsound } from "../src/core/status/sound-part.ts";
import type { StatusHistoryView, StatusPageView } from "../src/core/views/status/status-pages.ts";
import { fileStats, NO_FILE } from "../src/loader/file-stats.ts";
import { type Content, cacheFolderOf } from "../src/loader/read-content.ts";
import { readStatusMemory, remember, type StatusMemory } from "../src/loader/status-memory.ts";
import { statusSite } from "../src/site/status/status-site.ts";
import type { CommandContext } from "./command.ts";
import { presentOf } from "./present-of.ts";
import { refuseWithin } from "./refuse-within.ts";
import { leaksOfStatus } from "./status/check-status.ts";
import { drawIncidents } from "./status/draw-incidents.ts";
import { learn } from "./status/learn.ts";
import { type PreparedStatus, prepareStatus } from "./status/prepare-status.ts";
import { readAll } from "./status/read-all.ts";
import { readChanges } from "./status/read-changes.ts";
import { renewedListings } from "./status/renewed-listings.ts";
import { statusMemoryPlace } from "./status/status-memory-place.ts";
import { pathOf, type StatusReading } from "./status/status-reading.ts";

/** How the fast lane ended. */
export type StatusOutcome =
  | {
      readonly kind: "published";
      readonly files: number;
      /** How many files of the content were read anew. */
      readonly read: number;
      readonly incidents: readonly string[];
      readonly gone: readonly string[];
      readonly unsound: readonly Unsound[];
    }
  | { readonly kind: "held-back"; readonly leaks: readonly Leak[] }
  | { readonly kind: "content"; readonly content: Content }
  | { readonly kind: "unknown-audience" };

interface StatusRequest {
  readonly audience: string;
  readonly out: string;
}

/** Brings the status up to date in the site that stands; where none stands, it is all that there is. */
export async function buildStatus(
  context: CommandContext<unknown>,
  request: StatusRequest,
): Promise<StatusOutcome> {
  const folder = resolve(context.contentDir);
  const cacheFolder = cacheFolderOf(folder);
  for (const each of [folder, cacheFolder]) refuseWithin(each, request.out);
  const place = statusMemoryPlace(context, cacheFolder, request.audience, request.out);
  const memory = readStatusMemory(place.path, place.version);
  const quick = memory && readChanges(folder, memory, fileStats(folder), context.now);
  const site = quick?.content.knowledgeBase?.site;
  if (quick && site && presentOf(context, site) >= memory.now) {
    const outcome = await publishStatus(context, request, quick, memory, memory);
    // What may leak is judged by all of the content.
    if (outcome.kind === "published") return outcome;
  }
  return publishStatus(context, request, readAll(folder, cacheFolder, context.now), memory);
}

async function publishStatus(
  context: CommandContext<unknown>,
  { audience, out }: StatusRequest,
  reading: StatusReading,
  memory: StatusMemory | undefined,
  standing?: StatusMemory,
): Promise<StatusOutcome> {
  const { content } = reading;
  const lost = content.knowledgeBase ? [] : frameOf(content, memory);
  const known = content.knowledgeBase ?? content.linkedWith(lost);
  if (!known) return { kind: "content", content };
  const reader = readerOf(known.site, audience);
  if (!reader || reader.internal) return { kind: "unknown-audience" };
  const now = presentOf(context, known.site);
  const status = prepareStatus(reading, known, reader, memory, now);
  const { views, facts, projection } = status;
  const unsound = [...lost.map(({ file }) => ({ file, stays: true })), ...status.unsound];
  const pages = new StandingPages(out, memory?.pages);
  const files = changedFiles(out, [
    ...statusSite(views, facts, (path, view) => isOver(view) && pages.stands(path, madeFrom(view))),
    ...renewedListings(
      out,
      facts,
      status.gone,
      status.changed.map(({ id }) => id),
    ),
  ]);
  const gone = status.gone.map((id) => `incidents/${id}/index.html`);
  const remembered = new Set(status.settled.map(({ id }) => id));
  const incidents = known.incidents.filter(({ id }) => !remembered.has(id));
  const gated = { knowledgeBase: { ...known, incidents }, projection, facts };
  let written: readonly string[] = [];
  let undrawn: PreparedStatus["changed"] = [];
  const outcome = await publishSite<readonly Leak[]>({
    out,
    now: context.now,
    renews: true,
    produce: async (staging) => {
      const { folder } = staging;
      renewSite(staging);
      dropFiles(folder, [...files.map(({ path }) => path), ...gone]);
      // A site of the status alone has no pages of incidents.
      if (existsSync(join(folder, "index.html")))
        undrawn = memory ? status.changed : newerThanPages(status.changed, reading, folder);
      const drawn = await drawIncidents(context, audience, { ...status, changed: undrawn }, folder);
      written = [...writeFiles(folder, files), ...drawn];
      noteChanges(staging, [...written, ...gone]);
    },
    gate: async ({ folder }) => {
      const leaks = leaksOfStatus({ ...gated, folder, standing: out, paths: written });
      return { passed: leaks.length === 0, report: leaks };
    },
  });
  if (outcome.kind === "held-back") return { kind: "held-back", leaks: outcome.report };
  const place = statusMemoryPlace(context, cacheFolderOf(content.folder), audience, out);
  remember(place.path, place.version, standing, {
    now,
    files: learn({
      reading,
      knowledgeBase: status.knowledgeBase,
      projection,
      facts,
      now,
      unsound: new Set(unsound.map(({ file }) => file)),
      before: memory?.files,
    }),
    gone: reading.gone,
    pages: pages.known(),
  });
  return {
    kind: "published",
    files: written.length,
    read: reading.digests.size,
    incidents: undrawn.map(({ id }) => id),
    gone,
    unsound,
  };
}

/** Of site, taxonomy and teams those that cannot be read now, as they last were. */
function frameOf(content: Content, memory: StatusMemory | undefined): Entry[] {
  return ["site.yaml", "taxonomy.yaml", "teams.yaml"].flatMap((path) => {
    const entry = memory?.files.get(path)?.entry;
    const found = content.diagnostics.some(
      ({ file, severity }) => severity === "error" && pathOf(file) === path,
    );
    return entry && found ? [entry] : [];
  });
}

/** Where nothing is remembered: incidents whose file changed since their page was drawn, or that have none. */
function newerThanPages(changed: PreparedStatus["changed"], { stats }: StatusReading, folder: string) {
  return changed.filter(({ id, file }) => {
    const page = statSync(join(folder, "incidents", id, "index.html"), { throwIfNoEntry: false });
    const [, modified, renamed] = stats.get(pathOf(file)) ?? NO_FILE;
    return !page || Math.max(modified, renamed) >= page.mtimeMs;
  });
}

function isOver(view: StatusPageView): view is StatusHistoryView {
  return "over" in view && view.over === true;
}

/** What a page of a year that is over shows: no state of today, and no instant. */
function madeFrom({ facts, ...view }: StatusHistoryView): string {
  const { asOf, overall, withoutMaintenance, ...frame } = facts;
  return JSON.stringify([view, frame]);
}
