import { describe, expect, test } from "vitest";
import { imported } from "./imported.ts";

describe("PagerDuty log entries", () => {
  const entry = (type: string, created_at: string, more: object = {}) => ({
    id: `${type}-${created_at}`,
    type: `${type}_log_entry`,
    created_at,
    incident: { id: "P1", summary: "[#12] CheckoutLatencyHigh on eu-west" },
    service: { summary: "Checkout" },
    teams: [],
    ...more,
  });
  const user = (summary: string) => ({ user: { type: "user_reference", summary } });
  const agent = (summary: string) => ({ agent: { type: "user_reference", summary } });

  test("several notifications of one person before the acknowledgement are one page, one after it is another", () => {
    const { pages, report } = imported(
      JSON.stringify({
        log_entries: [
          entry("resolve", "2026-03-05T04:00:00Z", agent("Ada")),
          entry("notify", "2026-03-05T03:30:00Z", user("Ada")),
          entry("acknowledge", "2026-03-05T02:05:00Z", agent("Ada")),
          entry("notify", "2026-03-05T02:02:00Z", user("Ada")),
          entry("notify", "2026-03-05T02:01:00Z", user("Grace Hopper")),
          entry("notify", "2026-03-05T02:00:00Z", user("Ada")),
          entry("trigger", "2026-03-05T01:59:50Z"),
        ],
      }),
    );
    expect(pages.map(({ at, person, acknowledged }) => [at, person, acknowledged])).toEqual([
      ["2026-03-05T02:00:00Z", "ada", "2026-03-05T02:05:00Z"],
      ["2026-03-05T02:01:00Z", "grace", undefined],
      ["2026-03-05T03:30:00Z", "ada", undefined],
    ]);
    expect(pages[0]).toMatchObject({ alert: "CheckoutLatencyHigh", service: "checkout", team: "payments" });
    expect(report).toMatchObject({ format: "PagerDuty log entries", read: 7, added: 3, leftOut: 0 });
  });

  test("where no notification is in the file, the assignment stands for it", () => {
    const { pages } = imported(
      JSON.stringify([
        entry("assign", "2026-03-05T02:00:00Z", {
          assignees: [{ summary: "Ada" }],
          service: { summary: "Unheard of" },
        }),
      ]),
      { team: "payments" },
    );
    expect(pages).toMatchObject([{ person: "ada", team: "payments", at: "2026-03-05T02:00:00Z" }]);
  });
});
