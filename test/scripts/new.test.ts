import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { NewFlags } from "../../scripts/command.ts";
import { newDemo } from "./new-demo.ts";

const { begun, problems, remove } = newDemo();
const severities = ["SEV1", "SEV2", "SEV3", "SEV4"];
afterAll(remove);

describe("what `new` writes into a copy of the demo", () => {
  test.each(severities)("an open and a resolved %s and their postmortem pass the check", async (severity) => {
    const before = problems();
    const open = await begin({
      kind: "incident",
      title: `Open: "${severity}" # 1`,
      severity,
      service: ["checkout", "Orders"],
      impact: "partial_outage",
      commander: "money-lead",
      customerVisible: true,
    });
    const closed = await begin({
      kind: "incident",
      title: `Over: ${severity}`,
      severity: severity.toLowerCase(),
      service: ["payments"],
      visibility: "public",
      publicTitle: "Cards",
      started: "2026-09-29T08:00:00Z",
      detected: "2026-09-29T08:05:00Z",
      resolved: "2026-09-29T09:00:00Z",
      impact: "major_outage",
      alert: ["CheckoutPoolSaturated"],
    });
    const postmortem = await begin({ kind: "postmortem", incident: basename(closed, ".mdx") });
    expect(basename(open)).toBe(`2026-10-01-open-${severity.toLowerCase()}-1.mdx`);
    expect(readFileSync(postmortem, "utf8")).toMatch(/^- (?:Payments|Card payments): 1 h of impact$/m);
    const added = problems().filter((problem) => !before.includes(problem));
    // What a person has still to do is said, and is no error.
    expect(added.filter((problem) => !/^note unverified /.test(problem))).toEqual([]);
  });

  test.each<[string, Omit<NewFlags, "dryRun">]>([
    [
      "runbook",
      { kind: "runbook", title: "Baskets are empty", service: ["checkout"], alert: ["BasketsEmpty"] },
    ],
    ["public runbook without a service", { kind: "runbook", title: "No: service", visibility: "public" }],
    ["playbook", { kind: "runbook", type: "playbook", title: "Something is odd", service: ["orders"] }],
    [
      "service",
      {
        kind: "service",
        title: "Gift cards",
        owner: "money",
        dependsOn: ["payments"],
        description: "Sells: cards",
      },
    ],
    [
      "vendor",
      { kind: "service", title: "Parcel & Sons", owner: "money", external: true, criticality: "high" },
    ],
    [
      "maintenance",
      {
        kind: "maintenance",
        title: "Move the database",
        service: ["orders"],
        from: "2026-11-01T02:00:00Z",
        length: "90min",
      },
    ],
    [
      "public maintenance",
      {
        kind: "maintenance",
        title: "Move it back",
        visibility: "public",
        service: ["orders", "payments"],
        from: "2026-11-02T02:00:00Z",
        to: "2026-11-02T03:00:00Z",
        expected: "none",
      },
    ],
  ])("a %s passes the check", async (_, flags) => {
    const before = problems();
    expect(existsSync(await begin(flags))).toBe(true);
    const added = problems().filter((problem) => !before.includes(problem));
    expect(
      added.filter((problem) => !/^warning (?:runbook-unverified|runbook-owner-missing)/.test(problem)),
    ).toEqual([]);
  });

  test("a second file of the same name gets a number", async () => {
    const flags = { kind: "service", title: "Twice", owner: "money" } as const;
    expect([basename(await begin(flags)), basename(await begin(flags))]).toEqual([
      "twice.mdx",
      "twice-2.mdx",
    ]);
  });
});

/** Writes one file with the command and gives its path. */
async function begin(flags: Omit<NewFlags, "dryRun">): Promise<string> {
  const { code, written, said } = await begun(flags);
  expect({ code, said }).toEqual({ code: 0, said: "" });
  return written.trim();
}
