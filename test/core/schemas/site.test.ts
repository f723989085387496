import { describe, expect, it } from "vitest";
import { site } from "../../../src/core/schemas/site.ts";

const LEAST = { schemaVersion: 1, name: "Shop", url: "https://learn.example.com/tidemark/" };

describe("site.yaml", () => {
  it("has a policy for everything that the domain demands, with the starting values of the field", () => {
    const { policies } = site.parse(LEAST);
    expect(policies.gameDayEvery).toEqual({ critical: "90d", high: "180d", medium: "365d" });
    expect(policies.burnRates).toEqual([
      { rate: 14.4, long: "1h", short: "5min", response: "page" },
      { rate: 6, long: "6h", short: "30min", response: "page" },
      { rate: 1, long: "3d", short: "6h", response: "ticket" },
    ]);
    expect(policies.criticalBurn).toEqual({ rate: 5, over: "1h" });
    expect(policies.targets).toEqual({
      automatedRemediation: 0.2,
      pagesPerShift: 4,
      groupedPagesPerShift: 6,
      postmortems: 1,
      burn: 1,
    });
    expect(policies.night).toEqual({ from: "22:00", to: "06:00" });
  });

  it("takes a grace of nothing, though no other length may be nothing", () => {
    const withPolicies = (policies: object) => site.safeParse({ ...LEAST, policies }).success;
    expect(withPolicies({ grace: "0d" })).toBe(true);
    expect(withPolicies({ grace: "0" })).toBe(false);
    expect(withPolicies({ repeatWindow: "0d" })).toBe(false);
  });

  it.each(["?preview=1", "#top", "?"])("refuses an address that ends in %s", (end) => {
    for (const field of ["url", "statusUrl"])
      expect(site.safeParse({ ...LEAST, [field]: `${LEAST.url}${end}` }).success).toBe(false);
  });
});
