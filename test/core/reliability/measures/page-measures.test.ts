import { describe, expect, test } from "vitest";
import { figures } from "../../../../src/core/reliability/measures/figure.ts";
import { known, now, period } from "../../on-call/march-log.ts";

describe("measures of pages", () => {
  const figureValue = (id: string, team?: string) =>
    figures(known(), period, now, ["team"]).find((figure) => figure.id === (team ? `${id}/team=${team}` : id))
      ?.value;

  test("share the pages that somebody had to act on", () => {
    expect(figureValue("actionable-pages")).toMatchObject({ kind: "share", part: 3, whole: 4 });
  });

  test("count those at night or on a weekend once, and name both", () => {
    expect(figureValue("unsocial-pages")).toMatchObject({
      kind: "count",
      count: 3,
      parts: [
        { name: "at night", value: 2 },
        { name: "on weekends", value: 2 },
      ],
    });
  });
});
