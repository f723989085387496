import { describe, expect, test } from "vitest";
import { draftPostmortem } from "../../../src/core/drafts/draft-postmortem.ts";
import { GUIDANCE } from "../../../src/core/drafts/postmortem-body.ts";
import type { Entry } from "../../../src/core/knowledge-base/knowledge-base.ts";
import { isPlaceholder } from "../../../src/core/markdown/is-placeholder.ts";
import { postmortemCompleteness } from "../../../src/core/reliability/postmortem-completeness.ts";
import { POSTMORTEM_SECTIONS } from "../../../src/core/reliability/postmortem-sections.ts";
import { buildEntry } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";
import { entryOf, now, written } from "./draft-example.ts";

describe("the draft of a postmortem", () => {
  const incident = buildEntry("incident", "2026-03-02-slow-search", {
    title: "Search was slow: really",
    publicTitle: "Slow search",
    visibility: "public",
    severity: { initial: "SEV1", peak: "SEV1" },
    services: ["checkout", "secret-queue"],
    impact: [
      {
        service: "checkout",
        level: "partial_outage",
        from: "2026-03-02T10:00:00Z",
        to: "2026-03-02T10:41:00Z",
      },
      {
        service: "secret-queue",
        level: "partial_outage",
        from: "2026-03-02T10:00:00Z",
        to: "2026-03-02T10:20:00Z",
      },
    ],
    roles: [
      { role: "incident-commander", person: "ada" },
      { role: "scribe", person: "grace" },
    ],
    factors: ["gap-in-monitoring"],
    timeline: [{ at: "2026-03-02T10:05:00Z", text: "Noticed" }],
    runbooks: [{ runbook: "search-slow", outcome: "partly" }],
    updates: [{ at: "2026-03-02T10:20:00Z", status: "investigating", text: "Search is slow." }],
    supportTickets: 12,
    usersAffected: { low: 1000, high: 1500 },
  });
  const base = buildKnowledgeBase([
    incident,
    buildEntry("service", "checkout", { component: { name: "Checkout *new*" } }),
    buildEntry("service", "secret-queue", { title: "Secret queue" }),
  ]);

  test("knows what the incident knows", () => {
    const draft = written(draftPostmortem(base, { incident: incident.id }, now));
    const entry = entryOf(draft);
    expect(draft.path).toBe("postmortems/2026-03-02-slow-search.mdx");
    expect(entry.data).toMatchObject({
      title: "Search was slow: really",
      publicTitle: "Slow search",
      visibility: "public",
      incidents: [incident.id],
      state: "draft",
      authors: ["ada"],
    });
    expect(draft.text).toContain("# Required: draft by 2026-03-04T11:00:00Z, final by 2026-03-09T11:00:00Z.");
    expect(draft.text).toContain("high 2026-04-15");
    expect(draft.text).toContain("# Runbooks that were used: search-slow (partly).");
    expect(draft.text).toContain("# Customers were told once, first on 2026-03-02T10:20:00Z.");
    expect(draft.text).toContain(
      "# The record does not have yet: paged, acknowledged, declared, identified, mitigated.",
    );
    const { sections } = postmortemCompleteness(entry as Entry<"postmortem">, [incident]);
    expect(sections.filter(({ state }) => state === "present").map(({ id }) => id)).toEqual([
      "impact",
      "timeline",
      "factors",
    ]);
    expect(sections.filter(({ state }) => state === "missing")).toEqual([]);
  });

  test("keeps from customers what the record keeps from them", () => {
    const { text } = written(draftPostmortem(base, { incident: incident.id }, now));
    const outside = text.replace(/<Internal>[\s\S]*?<\/Internal>/g, "").split("\n---\n")[1]!;
    expect(outside).toContain("- Checkout \\*new\\*: 41 min of impact");
    expect(outside).not.toMatch(/Secret|1,000|tickets|Detected/);
    const internal = written(
      draftPostmortem(base, { incident: incident.id, visibility: "internal" }, now),
    ).text;
    expect(internal).not.toContain("<Internal>");
    expect(internal).toContain("- Users who were hurt: 1,000 to 1,500");
  });

  test("is refused for an incident that has one, or that is none", () => {
    const second = buildKnowledgeBase([incident, buildEntry("postmortem", "2026-03-02-slow-search")]);
    expect(draftPostmortem(second, { incident: incident.id }, now)).toMatchObject({
      ok: false,
      problems: [{ help: "It is content/postmortems/2026-03-02-slow-search.mdx." }],
    });
    expect(draftPostmortem(base, { incident: "2026-03-02-slow-serch" }, now)).toMatchObject({
      ok: false,
      problems: [{ help: "Did you mean `2026-03-02-slow-search`?" }],
    });
  });

  test("asks in each section what counts as a placeholder until it is answered", () => {
    for (const { id, component } of POSTMORTEM_SECTIONS)
      if (component === undefined) expect(isPlaceholder(`TODO: ${GUIDANCE[id]}`)).toBe(true);
  });
});
