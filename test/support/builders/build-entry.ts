import type { Entry } from "../../../src/core/knowledge-base/knowledge-base.ts";
import { type Body, EMPTY_BODY } from "../../../src/core/markdown/body.ts";
import { type DataOf, KINDS, type Kind } from "../../../src/core/schemas/kinds.ts";

/** What an author may write for a kind, with the defaults left out. */
export type Fields = Readonly<Record<string, unknown>>;

/** The least that a valid file of each kind holds. */
const LEAST: Readonly<Partial<Record<Kind, Fields>>> = {
  incident: {
    title: "Search was slow",
    visibility: "internal",
    severity: { initial: "SEV3", peak: "SEV3" },
    services: ["checkout"],
    milestones: {
      started: "2026-03-02T10:00:00Z",
      detected: "2026-03-02T10:05:00Z",
      resolved: "2026-03-02T11:00:00Z",
      verified: "2026-03-02T11:10:00Z",
    },
  },
  postmortem: {
    title: "Search was slow",
    visibility: "internal",
    incidents: ["2026-03-02-slow-search"],
    state: "draft",
  },
  runbook: {
    title: "The index is stale",
    visibility: "internal",
    owner: "payments",
    verified: { on: "2026-03-20", by: "ada", how: "dry-run" },
  },
  service: { title: "Checkout", owner: "payments" },
  "game-day": {
    title: "The index is gone",
    on: "2026-02-10",
    scenario: "The index was removed",
    services: ["checkout"],
  },
};

const ACTION_ITEM: Fields = {
  id: "ai-2026-020",
  title: "Watch the index",
  kind: "detect",
  owner: "payments",
  opened: "2026-03-03",
  due: "2026-03-31",
  status: "open",
};

/** A valid entry of a kind: the least it needs, with the given fields over it. */
export function buildEntry<K extends Kind>(
  kind: K,
  id: string,
  fields: Fields = {},
  body: Partial<Body> = {},
): Entry<K> {
  const folder = KINDS[kind].at.replace("*", id);
  const data = KINDS[kind].schema.parse({ ...LEAST[kind], ...fields }) as DataOf<K>;
  return { kind, id, file: `content/${folder}`, data, body: { ...EMPTY_BODY, ...body } };
}

/** An incident of 2 March 2026, resolved after an hour. */
export function buildIncident(fields: Fields = {}, id = "2026-03-02-slow-search"): Entry<"incident"> {
  return buildEntry("incident", id, fields);
}

/** The fields of an open action item that is due on 31 March 2026. */
export function itemFields(fields: Fields = {}): Fields {
  return { ...ACTION_ITEM, ...fields };
}
