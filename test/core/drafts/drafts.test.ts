import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Draft, Drafting } from "../../../src/core/drafts/draft.ts";
import { draftIncident } from "../../../src/core/drafts/draft-incident.ts";
import { draftPostmortem } from "../../../src/core/drafts/draft-postmortem.ts";
import { draftRunbook } from "../../../src/core/drafts/draft-runbook.ts";
import { draftService } from "../../../src/core/drafts/draft-service.ts";
import { GUIDANCE } from "../../../src/core/drafts/postmortem-body.ts";
import { slugOf } from "../../../src/core/drafts/slug-of.ts";
import type { Entry } from "../../../src/core/knowledge-base/knowledge-base.ts";
import { isPlaceholder } from "../../../src/core/markdown/is-placeholder.ts";
import { parseDocument } from "../../../src/core/parse/parse-document.ts";
import { postmortemCompleteness } from "../../../src/core/reliability/postmortem-completeness.ts";
import { POSTMORTEM_SECTIONS } from "../../../src/core/reliability/postmortem-sections.ts";
import { epochOf } from "../../../src/core/time.ts";
import { buildEntry } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";

const now = epochOf("2026-04-01T22:30:40Z");
const berlin = { site: { timeZone: "Europe/Berlin" } };
const wishes = { title: "Checkout times out", severity: "SEV1", services: ["checkout"] };

describe("the draft of an incident", () => {
  test("is dated by the day on which it began, in the site's zone", () => {
    const draft = written(draftIncident(buildKnowledgeBase([], berlin), wishes, now));
    expect(draft.path).toBe("incidents/2026-04-02-checkout-times-out.mdx");
    expect(entryOf(draft).data).toMatchObject({
      visibility: "internal",
      team: "payments",
      milestones: { detected: "2026-04-01T22:30:00Z", declared: "2026-04-01T22:30:00Z" },
    });
    expect(
      written(draftIncident(buildKnowledgeBase(), { ...wishes, started: "2026-03-30T23:59:00Z" }, now)).id,
    ).toBe("2026-03-30-checkout-times-out");
  });

  test("takes no id that is, was or cannot be read", () => {
    const id = "2026-04-01-checkout-times-out";
    const bases = [
      buildKnowledgeBase([buildEntry("incident", id)]),
      buildKnowledgeBase([buildEntry("incident", "2026-04-01-other", { aliases: [id] })]),
      buildKnowledgeBase([], { broken: [{ kind: "incident", id, file: `content/incidents/${id}.mdx` }] }),
    ];
    for (const base of bases) expect(written(draftIncident(base, wishes, now)).id).toBe(`${id}-2`);
  });

  test("says what its severity asks for, and keeps the lesson where no postmortem is due", () => {
    const text = (severity: string) =>
      written(draftIncident(buildKnowledgeBase(), { ...wishes, severity }, now)).text;
    expect(text("P1")).toContain(
      "# A postmortem is required: draft within 48 h, final within 7 days of the end.",
    );
    expect(text("SEV1")).not.toContain("## What we learned");
    expect(text("SEV3")).toContain("## What we learned");
  });

  test("is refused with all that is wrong at once", () => {
    const drafting = draftIncident(
      buildKnowledgeBase(),
      {
        title: " ",
        severity: "SEV2",
        services: ["chekout"],
        visibility: "pubic",
        resolved: "2026-04-01T10:00:00Z",
      },
      now,
    );
    expect(drafting.ok ? [] : drafting.problems.map(({ wish }) => wish)).toEqual([
      "title",
      "visibility",
      "severity",
      "service",
      "started",
    ]);
  });

  test("says any title as it was given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (title) => {
        const drafting = draftIncident(buildKnowledgeBase(), { ...wishes, title }, now);
        if (!drafting.ok) return title.trim() === "";
        const { entry, findings } = reading(drafting.draft);
        return entry
          ? (entry as Entry<"incident">).data.title === title.replace(/\s+/g, " ").trim()
          : findings.every(({ code }) => code === "invalid-value");
      }),
      { seed: 20260401 },
    );
  });
});

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

test("a playbook begins with a tree that can be walked, a runbook with a step", () => {
  const playbook = entryOf(
    written(draftRunbook(buildKnowledgeBase(), { title: "Odd", type: "playbook", services: ["checkout"] })),
  );
  expect(playbook.data).toMatchObject({
    kind: "playbook",
    owner: "payments",
    decisions: [{ id: "start" }, { id: "likely" }, { id: "unclear" }],
  });
  expect(entryOf(written(draftRunbook(buildKnowledgeBase(), { title: "Odd" }))).body.components).toEqual([
    "Step",
  ]);
});

test("a service is owned by a team, by whichever name", () => {
  expect(
    written(draftService(buildKnowledgeBase(), { title: "Gift cards", owner: "PAYMENTS" })).text,
  ).toContain("owner: payments");
  expect(draftService(buildKnowledgeBase(), { title: "Gift cards", owner: "ada" })).toMatchObject({
    ok: false,
  });
});

test("words become the end of an id", () => {
  expect(slugOf("Größe: don't é ½ #1")).toBe("grosse-dont-e-1-2-1");
  expect(slugOf("日本語")).toBe("entry");
  expect(slugOf("one two three", 9)).toBe("one-two");
  expect(slugOf("x".repeat(200)).length).toBe(60);
});

function written(drafting: Drafting): Draft {
  if (!drafting.ok) throw new Error(JSON.stringify(drafting.problems));
  return drafting.draft;
}

function reading({ kind, id, path, text }: Draft) {
  const [yaml, ...body] = text.slice(4).split("\n---\n");
  return parseDocument({
    kind,
    id,
    file: `content/${path}`,
    yaml: yaml!,
    yamlLine: 2,
    body: body.join("\n---\n"),
    bodyLine: 9,
  });
}

function entryOf(draft: Draft) {
  const { entry, findings } = reading(draft);
  if (!entry) throw new Error(JSON.stringify(findings));
  return entry as Entry<"incident" | "postmortem" | "runbook">;
}
