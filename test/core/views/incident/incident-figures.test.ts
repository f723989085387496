import { expect, test } from "vitest";
import { buildIncident } from "../../../support/builders/build-entry.ts";
import { at, viewOf } from "./view-of.ts";

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
