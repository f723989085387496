import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { changedPart } from "../../src/adapters/publish/changed-part.ts";
import type { Leak } from "../../src/adapters/publish/leak.ts";
import { findLeaks } from "../../src/adapters/publish/leak-gate.ts";
import { secretSearch } from "../../src/adapters/publish/search-secrets.ts";
import type { Projection } from "../../src/core/audience/project.ts";
import type { KnowledgeBase } from "../../src/core/knowledge-base/knowledge-base.ts";
import type { StatusFacts } from "../../src/core/views/status/status-facts.ts";
import { secretsOf } from "../gate-site.ts";

/** What the gate of the fast lane judges. */
export interface StatusToCheck {
  /** The staged site and the one that stands, which passed the gate. */
  readonly folder: string;
  readonly standing: string;
  /** The files that were written. */
  readonly paths: readonly string[];
  /** Without incidents of which only what customers are told is remembered. */
  readonly knowledgeBase: KnowledgeBase;
  readonly projection: Projection;
  readonly facts: StatusFacts;
}

/** So much of the past is in the files that change; what else is old passed the gate before. */
const NEWEST = 500;

/**
 * What is secret in the files that were written, where they differ from those that stand. They were made from public entries and
 * services alone: the passages of these are what could have got into them.
 */
export function leaksOfStatus(check: StatusToCheck): Leak[] {
  const { knowledgeBase, projection, facts } = check;
  const textsOf = withinReach(check);
  const shown = JSON.stringify({ ...facts, past: facts.past.slice(0, NEWEST) });
  const secrets = secretsOf({
    knowledgeBase,
    textsOf,
    projection,
    publicTexts: [shown],
    paths: [],
    clientTexts: [],
  });
  const search = secretSearch(secrets);
  return check.paths.flatMap((path) => {
    const bytes = readFileSync(join(check.folder, path));
    const before = join(check.standing, path);
    const part = changedPart(bytes, existsSync(before) ? readFileSync(before) : undefined);
    return part.length === 0 ? [] : findLeaks(path, part, search);
  });
}

/** The entries whose texts could get into the status. */
function withinReach({ knowledgeBase, projection }: StatusToCheck): KnowledgeBase {
  const ids = new Set(projection.incidents.map(({ id }) => id));
  return {
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
}
