import { readFileSync } from "node:fs";
import { join } from "node:path";
import { asKnownAt } from "../../src/core/audience/as-known-at.ts";
import { type Projection, project } from "../../src/core/audience/project.ts";
import type { Reader } from "../../src/core/audience/reader.ts";
import type { Entry, KnowledgeBase } from "../../src/core/knowledge-base/knowledge-base.ts";
import { soundPart, type Unsound } from "../../src/core/status/sound-part.ts";
import type { Epoch } from "../../src/core/time.ts";
import { gatherStatus } from "../../src/core/views/status/gather-status.ts";
import type { StatusFacts } from "../../src/core/views/status/status-facts.ts";
import { type ViewContext, viewContext } from "../../src/core/views/view-context.ts";
import type { KnownFile, StatusMemory } from "../../src/loader/status-memory.ts";
import { drawnDigest } from "./learn.ts";
import { lastGoodOf, pathOf, type StatusReading } from "./status-reading.ts";

/** What the status is made from, and what of it is new. */
export interface PreparedStatus {
  /** With unsound entries as they last were. */
  readonly knowledgeBase: KnowledgeBase;
  readonly projection: Projection;
  readonly views: ViewContext;
  readonly facts: StatusFacts;
  readonly unsound: readonly Unsound[];
  /** What is remembered of incidents that time cannot change any more and that were not read. */
  readonly settled: readonly KnownFile[];
  /** Incidents whose pages are to be drawn. */
  readonly changed: readonly Entry<"incident">[];
  /** Ids of incidents that had a page and are no longer public. */
  readonly gone: readonly string[];
}

/** Takes what is public and valid of a reading, and says what customers are told. */
export function prepareStatus(
  reading: StatusReading,
  knowledgeBase: KnowledgeBase,
  reader: Reader,
  memory: StatusMemory | undefined,
  now: Epoch,
): PreparedStatus {
  const { root } = knowledgeBase;
  const lastGood = lastGoodOf(root, memory?.files);
  const said = saidVisibility(reading.content.folder);
  const part = soundPart(knowledgeBase, lastGood, reader.visibilities, said, now, (file) =>
    reading.standing.has(pathOf(file)),
  );
  const projection = project(asKnownAt(part.knowledgeBase, now), reader, now);
  const kept = part.unsound.flatMap(({ file }) => memory?.files.get(pathOf(file)) ?? []);
  const settled = [...reading.standing.values(), ...kept].filter((file) => file.settled !== undefined);
  const views = viewContext(projection, now);
  const before = memory?.files;
  const changed = projection.incidents.filter(
    (entry) => before?.get(pathOf(entry.file))?.drawn !== drawnDigest(entry),
  );
  const shown = new Set([...projection.incidents, ...settled].map(({ id }) => id));
  const gone = [...(before?.values() ?? [])].filter(({ id, drawn }) => drawn !== undefined && !shown.has(id));
  return {
    knowledgeBase: part.knowledgeBase,
    projection,
    views,
    facts: gatherStatus(
      views,
      settled.map(({ settled: told }) => told!),
    ),
    unsound: part.unsound,
    settled,
    changed,
    gone: gone.map(({ id }) => id!),
  };
}

/** The visibility that a file names, however broken the rest of it is. */
function saidVisibility(contentDir: string): (file: string) => string | undefined {
  return (file) => {
    const text = readFileSync(join(contentDir, pathOf(file)), "latin1");
    return /^visibility:[ \t]*["']?([^\s"'#]+)/m.exec(text)?.[1];
  };
}
