import type { Asset, Entry, KnowledgeBase } from "../../../src/core/knowledge-base/knowledge-base.ts";
import { linkKnowledgeBase } from "../../../src/core/knowledge-base/link-knowledge-base.ts";
import { buildEntry, type Fields } from "./build-entry.ts";

const SITE: Fields = { schemaVersion: 1, name: "Minimal shop", url: "https://tidemark.example.org/" };

const TERM = { name: "A word", description: "When to choose it" };

const TAXONOMY: Fields = {
  severities: [
    {
      id: "SEV1",
      name: "Critical",
      description: "Customers cannot buy",
      aliases: ["P1"],
      postmortem: { required: true, draftWithin: "48h", finalWithin: "7d" },
      actionItems: { high: "10bd", medium: "30d" },
    },
    { id: "SEV3", name: "Minor", description: "Few notice", postmortem: { required: false } },
  ],
  layers: [{ id: "service", ...TERM }],
  triggers: [{ id: "load-change", ...TERM }],
  factors: [{ id: "gap-in-monitoring", ...TERM }],
  detectionSources: [{ id: "alert", ...TERM }],
  failureModes: [{ id: "alert-storm", ...TERM }],
};

const TEAMS: Fields = {
  people: [
    { handle: "ada", role: "Engineer" },
    { handle: "grace", role: "Engineer" },
  ],
  teams: [{ id: "payments", name: "Payments", members: ["ada", "grace"] }],
};

/** What a knowledge base may have besides its entries. */
export interface Surroundings {
  readonly site?: Fields;
  readonly taxonomy?: Fields;
  readonly teams?: Fields;
  readonly assets?: readonly Asset[];
  readonly broken?: KnowledgeBase["broken"];
}

/** A linked knowledge base with one service `checkout`, one team and two people, and the given entries. */
export function buildKnowledgeBase(
  entries: readonly Entry[] = [],
  surroundings: Surroundings = {},
): KnowledgeBase {
  const all = [
    buildEntry("site", "site", { ...SITE, ...surroundings.site }),
    buildEntry("taxonomy", "taxonomy", { ...TAXONOMY, ...surroundings.taxonomy }),
    buildEntry("teams", "teams", { ...TEAMS, ...surroundings.teams }),
    ...(entries.some(({ kind, id }) => kind === "service" && id === "checkout")
      ? []
      : [buildEntry("service", "checkout")]),
    ...entries,
  ] as readonly Entry[];
  return linkKnowledgeBase("content", all, surroundings.assets ?? [], surroundings.broken ?? [])!;
}
