import { expect, test } from "vitest";
import { buildEntry, buildIncident, itemFields } from "../../support/builders/build-entry.ts";
import { at, viewOf } from "./incident/view-of.ts";

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
