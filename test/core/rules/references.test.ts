import { describe, expect, test } from "vitest";
import { danglingReference } from "../../../src/core/rules/dangling-reference.ts";
import { allReferences } from "../../../src/core/rules/references/all-references.ts";
import { unknownVisibility } from "../../../src/core/rules/unknown-visibility.ts";
import { buildEntry, buildIncident, itemFields } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";
import { find } from "../../support/builders/find.ts";
import { broken } from "./broken-entry.ts";

const file = "incidents/2026-03-02-slow-search.mdx";

describe("a reference", () => {
  test("to a file that exists and cannot be read is not called unknown", () => {
    const incident = buildIncident({
      services: ["checkout", "search"],
      runbooks: [{ runbook: "stale-index", outcome: "helped" }],
    });
    expect(find(danglingReference, [incident])).toEqual([
      `unknown-service ${file} services.1`,
      `unknown-runbook ${file} runbooks.0.runbook`,
    ]);
    expect(
      find(danglingReference, [incident], {
        broken: [broken("service", "search"), broken("runbook", "stale-index")],
      }),
    ).toEqual([]);
  });

  test("to a change may be defined in a log that cannot be read", () => {
    const incident = buildIncident({ causedBy: ["shop-41"] });
    expect(find(danglingReference, [incident])).toEqual([`unknown-change ${file} causedBy.0`]);
    expect(find(danglingReference, [incident], { broken: [broken("changes", "2026-03")] })).toEqual([]);
  });

  test("by a name that is no longer current names the current one", () => {
    const service = buildEntry("service", "payments", { aliases: ["billing"] });
    const [finding] = danglingReference(
      buildKnowledgeBase([service, buildIncident({ services: ["billing"] })]),
    );
    expect(finding).toMatchObject({
      code: "old-id",
      message: "Unexpected old id `billing`, expected `payments`",
    });
  });

  test("by another spelling, or by a slip in one, is answered with the word to use", () => {
    const help = (severity: string) =>
      danglingReference(
        buildKnowledgeBase([buildIncident({ severity: { initial: "SEV3", peak: severity } })]),
      )[0]?.help;
    expect(help("P1")).toBe("`P1` is another spelling of `SEV1`: write that.");
    expect(help("critcal")).toBe("Did you mean `SEV1`?");
    expect(help("sev1")).toBe("Did you mean `SEV1`?");
  });

  test("of an owner may be a person or a team", () => {
    const items = ["ada", "payments", "nobody"].map((owner, index) =>
      itemFields({ id: `ai-${index}`, owner }),
    );
    expect(find(danglingReference, [buildIncident({ actionItems: items })])).toEqual([
      `unknown-owner ${file} actionItems.2.owner`,
    ]);
  });

  test("is looked for in every kind of entry", () => {
    const gone = { by: "gone" };
    const entries = [
      buildIncident({
        team: "gone",
        timeline: [{ at: "2026-03-02T10:00:00Z", text: "Slow", ...gone }],
        vendor: { service: "gone" },
      }),
      buildEntry("postmortem", "p", { authors: ["gone"], runbookChanges: ["gone"], incidents: ["gone"] }),
      buildEntry("runbook", "r", {
        decisions: [{ id: "a", runbook: "gone" }],
        automation: {
          guard: "One at a time",
          runs: [{ at: "2026-03-02T10:00:00Z", outcome: "helped", incident: "gone" }],
        },
      }),
      buildEntry("service", "s", {
        dependsOn: ["gone"],
        dashboards: [{ title: "A", url: "https://a.example.com", owner: "gone" }],
        contacts: ["gone"],
      }),
      buildEntry("maintenance", "m", {
        title: "A",
        visibility: "internal",
        schedule: { from: "2026-03-02T10:00:00Z", to: "2026-03-02T11:00:00Z" },
        services: [{ service: "gone", expected: "none" }],
        changes: ["gone"],
      }),
      buildEntry("game-day", "g", {
        participants: ["gone"],
        runbooks: [{ runbook: "gone", outcome: "helped" }],
      }),
      buildEntry("review", "w", {
        title: "A",
        period: "week",
        on: "2026-03-02",
        participants: ["gone"],
        decisions: [{ text: "A", owner: "gone" }],
      }),
      buildEntry("template", "t", {
        title: "A",
        audience: "customer",
        occasion: "opened",
        severities: ["gone"],
        approved: { by: "gone", on: "2026-03-02" },
      }),
      buildEntry("changes", "c", {
        changes: [
          { id: "c1", at: "2026-03-02T10:00:00Z", kind: "flag", services: ["gone"], what: "A", who: "gone" },
        ],
      }),
      buildEntry("on-call", "o", {
        shifts: [{ team: "gone", person: "gone", from: "2026-03-02T10:00:00Z", to: "2026-03-02T11:00:00Z" }],
        pages: [{ at: "2026-03-02T10:00:00Z", team: "gone", alert: "A", incident: "gone" }],
      }),
      buildEntry("journeys", "journeys", { journeys: [{ id: "j", name: "A", services: ["gone"] }] }),
      buildEntry("suppressions", "suppressions", {
        suppressions: [
          { alert: "A", service: "gone", owner: "gone", reason: "A", from: "2026-03-02T10:00:00Z" },
        ],
      }),
      buildEntry("measurement", "me", {
        service: "gone",
        objective: "o",
        source: "A",
        taken: "2026-03-02T10:00:00Z",
        days: [],
      }),
    ];
    const team = {
      id: "t",
      name: "T",
      members: ["gone"],
      escalation: [{ name: "A", contacts: ["gone"], channels: [{ kind: "page" }] }],
    };
    const surroundings = {
      site: { approvers: ["gone"], alerting: [{ response: "page", severity: "gone", service: "gone" }] },
      teams: { people: [], teams: [team, { id: "payments", name: "Payments" }] },
    };
    const found = find(danglingReference, entries, surroundings);
    const named = allReferences(buildKnowledgeBase(entries, surroundings)).filter(
      ({ word }) => word === "gone",
    );
    expect(found.length).toBeGreaterThanOrEqual(named.length);
    expect(new Set(named.map((reference) => reference.file)).size).toBe(15);
  });
});

test("an audience of site.yaml is a visibility", () => {
  const incident = buildIncident({ visibility: "partners" });
  expect(find(unknownVisibility, [incident])).toEqual([`unknown-visibility ${file} visibility`]);
  expect(
    find(unknownVisibility, [incident], { site: { audiences: [{ id: "partners", name: "Partners" }] } }),
  ).toEqual([]);
});
