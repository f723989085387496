import { describe, expect, test } from "vitest";
import { project } from "../../../src/core/audience/project.ts";
import { readerOf } from "../../../src/core/audience/reader.ts";
import type { Entry } from "../../../src/core/knowledge-base/knowledge-base.ts";
import { epochOf } from "../../../src/core/time.ts";
import { incidentView } from "../../../src/core/views/incident-view.ts";
import { viewContext } from "../../../src/core/views/view-context.ts";
import { buildEntry, buildIncident, type Fields, itemFields } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";
import { NOW } from "../../support/builders/find.ts";

const at = (time: string) => `2026-03-02T${time}:00Z`;
const services = [
  buildEntry("service", "checkout", { dependsOn: ["payments"] }),
  buildEntry("service", "payments", { title: "Payments", dependsOn: ["bank"] }),
  buildEntry("service", "bank", { title: "Bank", external: true }),
  buildEntry("service", "blog", { title: "Blog" }),
];

describe("lanes of impact", () => {
  test("stand on the scale of the milestones, worst service first, with the time of each level", () => {
    // 10:00 to 11:00 is the scale: a minute is 16.67 of 1000.
    const { lanes, bar } = viewOf(
      buildIncident({
        services: ["checkout", "payments"],
        impact: [
          { service: "payments", level: "degraded_performance", from: at("10:30"), to: at("11:00") },
          {
            service: "checkout",
            level: "partial_outage",
            from: at("10:00"),
            to: at("10:15"),
            fraction: 0.31,
          },
          { service: "checkout", level: "major_outage", from: at("10:15"), to: at("10:45") },
        ],
      }),
    );
    expect(bar?.marks.map(({ name, position }) => [name, position])).toEqual([
      ["started", 0],
      ["detected", 83],
      ["resolved", 1000],
    ]);
    expect(lanes.map(({ service, total }) => [service.title, total])).toEqual([
      ["Checkout", "45 min"],
      ["Payments", undefined],
    ]);
    expect(lanes[0]?.levels.map(({ state, span }) => `${state.shape} ${state.word} ${span}`)).toEqual([
      "■ Major outage 30 min",
      "▣ Partial outage 15 min",
    ]);
    expect(lanes[0]?.segments.map(({ from, width, title }) => [from, width, title])).toEqual([
      [0, 250, "Partial outage, 10:00 UTC to 10:15 UTC, 15 min, 31 % of requests failed"],
      [250, 500, "Major outage, 10:15 UTC to 10:45 UTC, 30 min"],
    ]);
  });

  test("say of a service without intervals that it is counted with the incident at no known level", () => {
    const [lane] = viewOf(buildIncident()).lanes;
    expect(lane?.levels).toEqual([
      { state: { id: "unknown", word: "Affected, level not noted", shape: "○" }, span: "1 h" },
    ]);
    expect(viewOf(buildIncident({ nearMiss: true })).lanes).toEqual([]);
  });
});

test("a near miss has no time in which users were hurt", () => {
  expect(viewOf(buildIncident()).bar?.hurt).toEqual({ from: 0, to: 1000 });
  expect(viewOf(buildIncident({ nearMiss: true })).bar?.hurt).toBeUndefined();
});

test("follow-ups that the text draws itself are not listed a second time", () => {
  const drawn = buildEntry(
    "incident",
    "2026-03-02-slow-search",
    { actionItems: [itemFields()] },
    { components: ["ActionItems"] },
  );
  expect(viewOf(buildIncident({ actionItems: [itemFields()] })).actionItems.map(({ id }) => id)).toEqual([
    "ai-2026-020",
  ]);
  expect(viewOf(drawn).actionItems).toEqual([]);
});

test("roles say who held them from when to when and to whom they went", () => {
  const { roles } = viewOf(
    buildIncident({
      roles: [
        { role: "incident-commander", person: "grace", from: at("10:40") },
        { role: "incident-commander", person: "ada", from: at("10:10"), to: at("10:40") },
        { role: "scribe", person: "ada" },
      ],
    }),
  );
  expect(
    roles.map(({ role, holders }) => [
      role,
      ...holders.map(({ person, from, to, handedTo }) => [person, from?.utc, to?.utc, handedTo]),
    ]),
  ).toEqual([
    [
      "Incident commander",
      ["@ada", "10:10 UTC", "10:40 UTC", "@grace"],
      ["@grace", "10:40 UTC", undefined, undefined],
    ],
    ["Scribe", ["@ada", undefined, undefined, undefined]],
  ]);
});

describe("changes before an incident", () => {
  const change = (id: string, time: string, changed: string, fields: Fields = {}) => ({
    id,
    at: time.length > 5 ? time : at(time),
    kind: "deployment",
    services: [changed],
    what: `Release ${id}`,
    ...fields,
  });
  const log = buildEntry("changes", "2026-03", {
    changes: [
      change("old", "2026-02-26T10:00:00Z", "blog"),
      change("early", "08:59", "checkout"),
      change("edge", "09:00", "checkout", { who: "ada", outcome: "rolled-back" }),
      change("far", "09:30", "bank"),
      change("other", "09:40", "blog"),
      change("last", "10:00", "payments"),
      change("after", "10:01", "checkout"),
    ],
  });

  test("are those of the hour before in its services and what they depend on, each with why, and what is named as cause", () => {
    const { changes } = viewOf(buildIncident({ causedBy: ["old"] }), [log]);
    expect(changes?.window).toBe("hour");
    expect(changes?.changes.map(({ id, before, why, cause }) => [id, before, why, cause])).toEqual([
      ["last", "0 min before", "changed Payments, which Checkout depends on", false],
      ["far", "30 min before", "changed Bank, which Payments and through it Checkout depends on", false],
      ["edge", "1 h before", "changed Checkout", false],
      ["old", "4 d before", "changed Blog; named as the cause", true],
    ]);
    expect(changes?.changes[2]).toMatchObject({ who: "@ada", outcome: "rolled back" });
  });

  test("are none of an outsider's business", () => {
    const view = viewOf(buildIncident({ visibility: "public", causedBy: ["old"] }), [log], "public");
    expect(view.changes).toBeUndefined();
  });
});

test("what customers were told stands beside the time since the start and what was promised before", () => {
  const update = (time: string, next?: string) => ({
    at: at(time),
    status: "investigating",
    text: "We look into it.",
    ...(next === undefined ? {} : { nextUpdate: at(next) }),
  });
  const incident = buildIncident({
    visibility: "public",
    customerVisible: true,
    updates: [update("10:12", "10:30"), update("10:38", "11:00"), update("11:00")],
  });
  const { telling } = viewOf(incident);
  expect([telling.first, telling.silence]).toEqual(["12 min", "26 min"]);
  expect(telling.updates.map(({ beside }) => beside)).toEqual([
    "1 h after the start, as promised",
    "38 min after the start, 8 min later than promised",
    "12 min after the start",
  ]);
  const outside = viewOf(incident, [], "public").telling;
  expect([outside.first, outside.silence]).toEqual([undefined, undefined]);
  expect(outside.updates.map(({ beside }) => beside)).toEqual([undefined, undefined, undefined]);
});

test("figures name what they are measured from and to, and how they stand to the target of the severity", () => {
  const { figures } = viewOf(buildIncident());
  expect(figures).toEqual([
    {
      name: "Time to detect",
      value: "5 min",
      explained: "/handbook/glossary/#time-to-detect",
      formula: "started → detected",
    },
    {
      name: "Time to restore",
      value: "55 min",
      explained: "/handbook/glossary/#time-to-restore-and-mttr",
      formula: "detected → resolved",
    },
    { name: "From start to end", value: "1 h", formula: "started → resolved" },
  ]);
});

test("what it cost is said in ranges with how they were estimated", () => {
  const { costs } = viewOf(
    buildIncident({
      usersAffected: { low: 900, high: 1400 },
      supportTickets: 23,
      cost: {
        revenue: { low: 1000, high: 2000, currency: "EUR", method: "Lost orders" },
        people: 3,
        personHours: 7.5,
      },
    }),
  );
  expect(costs).toEqual([
    { name: "Users affected", value: "900 to 1,400" },
    { name: "Support tickets", value: "23" },
    { name: "Revenue lost", value: "1,000 to 2,000 EUR", method: "Lost orders" },
    { name: "People in the response", value: "3" },
    { name: "Person-hours", value: "7.5" },
  ]);
});

describe("related incidents", () => {
  const later = (fields: Fields, id: string) => buildIncident(fields, id);
  const day = (date: string) => ({ detected: `${date}T10:05:00Z`, resolved: `${date}T11:00:00Z` });
  const shared = { factors: ["gap-in-monitoring"], trigger: "load-change" };

  test("each have their reason: named, the same signature and how long ago, naming this one, sharing what contributed", () => {
    const own = buildIncident({ ...shared, signature: "pool", relatedTo: ["2025-01-01-named"] });
    const view = viewOf(own, [
      later({ milestones: day("2025-01-01") }, "2025-01-01-named"),
      later({ signature: "pool", milestones: day("2026-02-20") }, "2026-02-20-repeat"),
      later({ signature: "pool", milestones: day("2025-03-02") }, "2025-03-02-long-ago"),
      later({ relatedTo: [own.id], milestones: day("2026-03-05") }, "2026-03-05-names"),
      later({ ...shared, services: ["blog"], milestones: day("2025-05-05") }, "2025-05-05-alike"),
      later(
        { trigger: "load-change", services: ["blog"], milestones: day("2025-06-06") },
        "2025-06-06-hardly",
      ),
    ]);
    expect(view.related.map(({ incident, reason }) => [incident.id, reason])).toEqual([
      ["2025-01-01-named", "named here"],
      ["2026-02-20-repeat", "the same signature 10 d earlier: a repeat within 90 days"],
      ["2025-03-02-long-ago", "the same signature, 365 d earlier"],
      ["2026-03-05-names", "names this one"],
      ["2025-05-05-alike", "the same factor A word; trigger A word"],
    ]);
  });

  test("that tell the same story in the same words say which, beside what else they share", () => {
    const told = (title: string, text: string) => ({
      title,
      services: ["blog"],
      timeline: [{ at: at("10:10"), kind: "observation", text }],
    });
    const own = buildIncident({
      ...told("Retries flooded the queue", "The warehouse asked sixty times."),
      services: ["checkout"],
    });
    const view = viewOf(own, [
      later(
        {
          ...told("The queue flooded by retries", "A warehouse asked too often."),
          milestones: day("2025-05-05"),
        },
        "2025-05-05-alike",
      ),
      later(
        {
          ...told("Vouchers were printed twice", "Somebody noticed."),
          ...shared,
          milestones: day("2025-06-06"),
        },
        "2025-06-06-other",
      ),
    ]);
    expect(view.related.map(({ incident, reason }) => [incident.id, reason])).toEqual([
      ["2025-05-05-alike", "the same words: flooded, queue, retries, asked"],
    ]);
  });

  test("a thousand that share everything are compared with a few each", () => {
    const many = Array.from({ length: 1000 }, (_, index) =>
      later(shared, `2026-03-02-number-${String(index).padStart(4, "0")}`),
    );
    expect(viewOf(many[500]!, many).related).toHaveLength(4);
  });
});

test("the duties to tell somebody say whether they were met, late, due or overdue", () => {
  const duty = (due: string, sent?: string) => ({
    authority: "The authority",
    basis: "The law",
    clockStarted: at("10:05"),
    due,
    ...(sent === undefined ? {} : { sent }),
  });
  const { exposure } = viewOf(
    buildIncident({
      exposure: {
        scope: "A file",
        records: { low: 10, high: 20 },
        contained: at("10:35"),
        notifications: [
          duty(at("12:00"), at("11:00")),
          duty(at("12:00"), at("12:30")),
          duty("2026-04-01T09:00:00Z"),
          duty("2026-04-01T07:00:00Z"),
        ],
      },
    }),
  );
  expect(exposure?.timeToContain).toBe("30 min");
  expect(exposure?.duties.map(({ state }) => state.word)).toEqual([
    "Told, 1 h to spare",
    "Told 30 min late",
    "Due in 1 h",
    "Overdue by 1 h",
  ]);
});

test("the vendor's minutes are merged before they are summed", () => {
  const attributed = [
    { from: at("10:00"), to: at("10:30") },
    { from: at("10:20"), to: at("10:40") },
  ];
  expect(viewOf(buildIncident({ vendor: { service: "bank", attributed } })).vendor).toEqual({
    service: { id: "bank", title: "Bank", url: "/services/bank/" },
    attributed: "40 min",
  });
});

function viewOf(incident: Entry<"incident">, others: readonly Entry[] = [], audience = "internal") {
  const entries = [...services, ...others.filter((each) => each !== incident), incident];
  const knowledgeBase = buildKnowledgeBase(entries);
  const now = epochOf(NOW);
  const projection = project(knowledgeBase, readerOf(knowledgeBase.site, audience)!, now);
  return incidentView(viewContext(projection, now), projection.look.incident.get(incident.id)!);
}
