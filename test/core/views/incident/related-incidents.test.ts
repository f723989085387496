import { describe, expect, test } from "vitest";
import { buildIncident, type Fields } from "../../../support/builders/build-entry.ts";
import { at, viewOf } from "./view-of.ts";

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
