import { hash } from "node:crypto";
import type { Projection } from "../../src/core/audience/project.ts";
import type { Entry, KnowledgeBase } from "../../src/core/knowledge-base/knowledge-base.ts";
import { EMPTY_BODY } from "../../src/core/markdown/body.ts";
import { isSettled } from "../../src/core/status/settled.ts";
import type { Epoch } from "../../src/core/time.ts";
import type { StatusFacts, StatusIncident } from "../../src/core/views/status/status-facts.ts";
import { NO_FILE } from "../../src/loader/file-stats.ts";
import { kindOfPath } from "../../src/loader/kind-of-path.ts";
import type { KnownFile } from "../../src/loader/status-memory.ts";
import { pathOf, type StatusReading } from "./status-reading.ts";

/** What a run of the fast lane, or a full build, knows in the end. */
export interface Outcome {
  readonly reading: StatusReading;
  /** With unsound entries as they last were. */
  readonly knowledgeBase: KnowledgeBase;
  readonly projection: Projection;
  readonly facts: StatusFacts;
  readonly now: Epoch;
  /** Files with errors. */
  readonly unsound: ReadonlySet<string>;
  /** The memory before this run. */
  readonly before: ReadonlyMap<string, KnownFile> | undefined;
}

/** Digest of what a page of an incident is drawn from. */
export function drawnDigest(entry: Entry<"incident">): string {
  return hash("sha256", JSON.stringify(entry)).slice(0, 24);
}

/** What is to be remembered of files that were read, and of incidents that time cannot change any more from now on. */
export function learn(outcome: Outcome): KnownFile[] {
  const { reading } = outcome;
  const entries = entriesByPath(outcome);
  const read = reading.standing.size === 0 ? [...reading.stats.keys()] : [...reading.digests.keys()];
  const known = judge(outcome, entries);
  const fresh = read.map((path) => known(path));
  const old = [...reading.standing.values()].filter(
    ({ path, kind, entry }) => kind === "incident" && entry && !reading.digests.has(path),
  );
  const ended = old.map(({ path }) => known(path)).filter(({ settled }) => settled !== undefined);
  return [...fresh, ...ended];
}

function judge(outcome: Outcome, entries: ReadonlyMap<string, Entry>): (path: string) => KnownFile {
  const { reading, projection, facts, knowledgeBase, now, unsound, before } = outcome;
  const told = new Map<string, StatusIncident>([...facts.open, ...facts.past].map((each) => [each.id, each]));
  const { visibilities } = projection.reader;
  const { root } = knowledgeBase;
  return (path) => {
    const standing = reading.standing.get(path);
    const base = {
      path,
      stat: reading.stats.get(path) ?? NO_FILE,
      readAt: reading.digests.has(path) ? reading.readAt : (standing?.readAt ?? reading.readAt),
      digest: reading.digests.get(path) ?? standing?.digest ?? "",
    };
    // Bytes that are the same as before say the same as before.
    if (standing && reading.digests.has(path)) return { ...standing, ...base };
    const placed = kindOfPath(path);
    if (placed.kind === "unknown") return base;
    if (placed.kind === "asset") {
      const asset = knowledgeBase.look.asset.get(path);
      return { ...base, kind: "asset", ...(asset ? { asset } : {}) };
    }
    const named = { ...base, kind: placed.of, id: placed.id };
    if (unsound.has(`${root}/${path}`)) return { ...good(before?.get(path)), ...named, unsound: true };
    const entry = entries.get(path);
    const takesPart = ["site", "taxonomy", "teams", "service", "maintenance"].includes(placed.of);
    if (takesPart) return entry ? { ...named, entry } : named;
    if (!["incident", "postmortem", "runbook"].includes(placed.of)) return base;
    if (!entry) return named;
    const { title, aliases, visibility } = entry.data as {
      title: string;
      aliases: string[];
      visibility: string;
    };
    const stub = { ...named, title, aliases };
    if (!visibilities.has(visibility)) return stub;
    if (entry.kind !== "incident") return { ...named, aliases, entry: { ...entry, body: EMPTY_BODY } };
    const incident = entry as Entry<"incident">;
    const shown = projection.look.incident.get(incident.id);
    const drawn = shown && drawnDigest(shown);
    const settled = told.get(incident.id);
    const explained = (knowledgeBase.look.postmortemsOf.get(incident.id) ?? []).map(({ data }) => data);
    if (drawn && settled && isSettled(incident.data, explained, now))
      return { ...stub, title: settled.title, settled, drawn };
    return { ...named, aliases, entry, ...(drawn ? { drawn } : {}) };
  };
}

function good(known: KnownFile | undefined): Partial<KnownFile> {
  if (!known) return {};
  const { title, aliases, entry, settled, drawn } = known;
  return Object.fromEntries(
    Object.entries({ title, aliases, entry, settled, drawn }).filter(([, value]) => value !== undefined),
  );
}

function entriesByPath({ reading, knowledgeBase }: Outcome): Map<string, Entry> {
  const { site, taxonomy, teams, root } = knowledgeBase;
  const { incidents, postmortems, runbooks, services, maintenance } =
    reading.content.knowledgeBase ?? knowledgeBase;
  const single = (kind: "site" | "taxonomy" | "teams", data: unknown) =>
    ({ kind, id: kind, file: `${root}/${kind}.yaml`, data, body: EMPTY_BODY }) as Entry;
  const all: Entry[] = [
    single("site", site),
    single("taxonomy", taxonomy),
    single("teams", teams),
    ...incidents,
    ...postmortems,
    ...runbooks,
    ...services,
    ...maintenance,
  ];
  return new Map(all.map((entry) => [pathOf(entry.file), entry]));
}
