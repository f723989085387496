import { hash } from "node:crypto";
import { epochOf } from "../../../src/core/time.ts";
import { type ChangesImport, importChanges } from "../../../src/importers/changes/import-changes.ts";
import { knownNames } from "../../../src/importers/logs/known-names.ts";
import { buildEntry } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";

export const knowledgeBase = buildKnowledgeBase(
  [
    buildEntry("service", "checkout", { repositories: ["https://github.com/kittiwake/checkout"] }),
    buildEntry("service", "payments", { title: "Card payments", aliases: ["billing"] }),
  ],
  { teams: { people: [{ handle: "ada", role: "Engineer", github: "Ada-L" }], teams: [] } },
);

/** What becomes of a foreign text with changes. */
export function imported(text: string, more: Partial<ChangesImport> = {}) {
  return importChanges({
    name: "changes.csv",
    text,
    names: knownNames(knowledgeBase),
    services: [],
    environments: [],
    now: epochOf("2026-04-01T00:00:00Z"),
    standing: new Map(),
    digest: (value) => hash("sha256", value),
    ...more,
  });
}
