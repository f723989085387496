import { describe, expect, test } from "vitest";
import { escalation } from "../../../src/core/rules/escalation.ts";
import type { Fields } from "../../support/builders/build-entry.ts";
import { find } from "../../support/builders/find.ts";

describe("escalation", () => {
  const level = (name: string, contact: string, kind: string) => ({
    name,
    contacts: [contact],
    channels: [{ kind }],
    lastTested: "2026-03-01",
  });
  const found = (...levels: Fields[]) =>
    find(escalation, [], {
      teams: {
        people: [
          { handle: "ada", role: "Engineer" },
          { handle: "grace", role: "Engineer" },
        ],
        teams: [{ id: "payments", name: "Payments", members: ["ada", "grace"], escalation: levels }],
      },
    });

  test("by a roster reaches everybody of its rotation, and one of a single person is thin", () => {
    const byRoster = (rotation: string[]) =>
      find(escalation, [], {
        teams: {
          people: [
            { handle: "ada", role: "Engineer" },
            { handle: "grace", role: "Engineer" },
          ],
          teams: [
            {
              id: "payments",
              name: "Payments",
              members: ["ada", "grace"],
              roster: { zone: "UTC", rotation, starts: "2026-03-02T09:00:00Z", shiftLength: "7d" },
              escalation: [
                {
                  name: "A",
                  roster: "primary",
                  channels: [{ kind: "page" }, { kind: "phone" }],
                  lastTested: "2026-03-01",
                },
              ],
            },
          ],
        },
      });
    expect(byRoster(["ada", "grace"])).toEqual([]);
    expect(byRoster(["ada"])).toEqual(["escalation-thin teams.yaml teams.0.escalation"]);
  });

  test("to a level of a roster that is not there is to nobody", () => {
    expect(
      found({
        name: "A",
        roster: "primary",
        channels: [{ kind: "page" }, { kind: "phone" }],
        lastTested: "2026-03-01",
      }),
    ).toEqual(["escalation-thin teams.yaml teams.0.escalation"]);
  });

  test("to a team reaches its members", () => {
    expect(found(level("A", "ada", "page"), level("B", "payments", "phone"))).toEqual([]);
    expect(found(level("A", "payments", "page"))).toEqual(["escalation-thin teams.yaml teams.0.escalation"]);
    expect(found(level("A", "ada", "page"), level("B", "ada", "phone"))).toHaveLength(1);
  });
});
