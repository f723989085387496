import fc from "fast-check";
import { expect, test } from "vitest";
import type { Entry } from "../../../src/core/knowledge-base/knowledge-base.ts";
import { linkKnowledgeBase } from "../../../src/core/knowledge-base/link-knowledge-base.ts";
import { buildEntry, buildIncident } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";

const whole = buildKnowledgeBase();
const ENTRIES = [
  { kind: "site", id: "site", file: "content/site.yaml", data: whole.site, body: whole.services[0]!.body },
  {
    kind: "taxonomy",
    id: "taxonomy",
    file: "content/taxonomy.yaml",
    data: whole.taxonomy,
    body: whole.services[0]!.body,
  },
  {
    kind: "teams",
    id: "teams",
    file: "content/teams.yaml",
    data: whole.teams,
    body: whole.services[0]!.body,
  },
  buildEntry("service", "checkout", { dependsOn: ["search"] }),
  buildEntry("service", "search", { aliases: ["find"] }),
  buildIncident({ signature: "stale" }, "2026-03-02-slow-search"),
  buildIncident({ signature: "stale", services: ["search"] }, "2026-03-05-slow-again"),
  buildEntry("runbook", "stale-index", { services: ["search"], alerts: ["IndexOld"] }),
  buildEntry("postmortem", "2026-03-02-slow-search", {
    incidents: ["2026-03-02-slow-search", "2026-03-05-slow-again"],
  }),
] as readonly Entry[];

test("the order of files changes nothing", () => {
  const expected = linkKnowledgeBase("content", ENTRIES, [], []);
  fc.assert(
    fc.property(fc.shuffledSubarray([...ENTRIES], { minLength: ENTRIES.length }), (shuffled) => {
      expect(linkKnowledgeBase("content", shuffled, [], [])).toEqual(expected);
    }),
  );
});

test("back-links lead from what is named to what names it, newest first", () => {
  const { look } = linkKnowledgeBase("content", ENTRIES, [], [])!;
  const ids = (list: readonly { readonly id: string }[] | undefined) => list?.map(({ id }) => id);
  expect(ids(look.incidentsBySignature.get("stale"))).toEqual([
    "2026-03-05-slow-again",
    "2026-03-02-slow-search",
  ]);
  expect(ids(look.incidentsOf.get("search"))).toEqual(["2026-03-05-slow-again"]);
  expect(ids(look.postmortemsOf.get("2026-03-05-slow-again"))).toEqual(["2026-03-02-slow-search"]);
  expect(ids(look.dependents.get("search"))).toEqual(["checkout"]);
  expect(ids(look.runbooksForAlert.get("IndexOld"))).toEqual(["stale-index"]);
  expect(look.alias.service.get("find")).toBe("search");
});

test("without site, taxonomy or teams there is no knowledge base", () => {
  for (const kind of ["site", "taxonomy", "teams"])
    expect(
      linkKnowledgeBase(
        "content",
        ENTRIES.filter((entry) => entry.kind !== kind),
        [],
        [],
      ),
    ).toBeUndefined();
});
