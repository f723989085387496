import { describe, expect, test } from "vitest";
import { aliasTaken } from "../../../src/core/rules/alias-taken.ts";
import { duplicateId } from "../../../src/core/rules/duplicate-id.ts";
import { buildEntry, buildIncident, itemFields } from "../../support/builders/build-entry.ts";
import { find } from "../../support/builders/find.ts";
import { broken } from "./broken-entry.ts";

describe("ids", () => {
  test("of action items are unique over incidents, postmortems and game days", () => {
    const actionItems = [itemFields()];
    const entries = [
      buildIncident({ actionItems }),
      buildEntry("postmortem", "a", { actionItems }),
      buildEntry("game-day", "b", { actionItems }),
    ];
    expect(find(duplicateId, entries)).toEqual([
      "duplicate-id postmortems/a.mdx actionItems.0.id",
      "duplicate-id game-days/b.mdx actionItems.0.id",
    ]);
  });

  test("of objectives are unique within their service only", () => {
    const objectives = [{ id: "availability", target: 0.99, window: { rolling: "28d" } }];
    const twin = buildEntry("service", "search", { objectives: [...objectives, ...objectives] });
    expect(find(duplicateId, [buildEntry("service", "checkout", { objectives }), twin])).toEqual([
      "duplicate-id services/search.mdx objectives.1.id",
    ]);
  });

  test("that are built in cannot be taken by an audience", () => {
    expect(find(duplicateId, [], { site: { audiences: [{ id: "public", name: "Everybody" }] } })).toEqual([
      "duplicate-id site.yaml audiences.0.id",
    ]);
  });

  test("that are old may be those of another kind, not of another entry, even one that cannot be read", () => {
    const service = buildEntry("service", "payments", {
      aliases: ["checkout", "search", "2026-03-02-slow-search"],
    });
    expect(find(aliasTaken, [service, buildIncident()], { broken: [broken("service", "search")] })).toEqual([
      "alias-taken services/payments.mdx aliases.0",
      "alias-taken services/payments.mdx aliases.1",
    ]);
  });
});
