import { expect, test } from "vitest";
import { allActionItems } from "../../../src/core/action-items/all-action-items.ts";
import { AGES, itemAges, itemLoad } from "../../../src/core/action-items/item-load.ts";
import { itemFields } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";
import { incident, NOW } from "../maturity/small-team.ts";

test("items are counted by where they stand on 1 April", () => {
  const of = buildKnowledgeBase([
    incident("2026-01-10", {
      actionItems: [
        itemFields({ id: "a", opened: "2026-03-29", due: "2026-04-20" }),
        itemFields({
          id: "b",
          opened: "2026-01-11",
          due: "2026-02-01",
          slips: [{ to: "2026-05-01", on: "2026-01-30", reason: "Freeze" }],
        }),
        itemFields({
          id: "c",
          opened: "2026-01-11",
          due: "2026-02-01",
          waiver: { reason: "Freeze", until: "2026-05-01", by: "ada" },
        }),
        itemFields({ id: "d", opened: "2026-01-11", due: "2026-02-01", status: "done", done: "2026-01-21" }),
        itemFields({
          id: "e",
          opened: "2026-01-11",
          due: "2026-02-01",
          status: "dropped",
          dropped: "2026-01-21",
          reason: "Gone",
        }),
        itemFields({ id: "f", opened: "2026-06-01", due: "2026-07-01" }),
      ],
    }),
  ]);
  const items = allActionItems(of);
  expect(itemLoad(items, NOW, "UTC")).toEqual({
    unfinished: 3,
    overdue: 1,
    waived: 1,
    waiverExpired: 0,
    slipped: 1,
    done: 1,
    dropped: 1,
    medianDays: 10,
  });
  // 3 days, 80 days, 80 days.
  expect(itemAges(items, NOW, "UTC")).toEqual([1, 0, 2, 0, 0]);
  expect(AGES).toHaveLength(5);
});
