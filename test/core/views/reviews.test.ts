import { expect, test } from "vitest";
import { project } from "../../../src/core/audience/project.ts";
import { readerOf } from "../../../src/core/audience/reader.ts";
import { epochOf } from "../../../src/core/time.ts";
import { type AgendaView, reviewPages } from "../../../src/core/views/reviews/review-pages.ts";
import { viewContext } from "../../../src/core/views/view-context.ts";
import { buildEntry, buildIncident, itemFields } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";

const NOW = epochOf("2026-04-01T08:00:00Z");

const week = buildEntry("review", "2026-03-25-week", {
  title: "Week 13",
  period: "week",
  on: "2026-03-25",
  decisions: [{ text: "Nobody deploys alone", owner: "payments" }],
});

function agendas(entries: Parameters<typeof buildKnowledgeBase>[0], audience = "internal") {
  const knowledgeBase = buildKnowledgeBase(entries);
  const context = viewContext(project(knowledgeBase, readerOf(knowledgeBase.site, audience)!, NOW), NOW);
  return [...reviewPages(context)];
}

function points(pages: ReturnType<typeof agendas>, path: string) {
  const { points: list } = pages.find((page) => page.path === path)!.view as AgendaView;
  return new Map(
    list.map((point) => [point.id, point.lines.map(({ text, note }) => `${text} (${note ?? ""})`)]),
  );
}

test("a week has its incidents, what is late and what is due, and what was decided the last time", () => {
  const pages = agendas([
    week,
    buildIncident({ title: "Long ago" }),
    buildIncident(
      {
        title: "This week",
        milestones: {
          started: "2026-03-30T10:00:00Z",
          detected: "2026-03-30T10:00:00Z",
          resolved: "2026-03-30T11:00:00Z",
        },
        actionItems: [
          itemFields(),
          itemFields({ id: "ai-2026-021", title: "Tell support", due: "2026-04-03" }),
        ],
      },
      "2026-03-30-this-week",
    ),
  ]);
  const own = points(pages, "/reviews/week/");
  expect(own.get("incidents")).toEqual(["This week (SEV3 · 30 March 2026 · 1 h)"]);
  expect(own.get("overdue")).toEqual(["Watch the index (Payments · due 31 March 2026)"]);
  expect(own.get("due")).toEqual(["Tell support (Payments · due 3 April 2026)"]);
  const view = pages.find(({ path }) => path === "/reviews/week/")!.view as AgendaView;
  expect(view.last).toMatchObject({ title: "Week 13", decisions: [{ text: "Nobody deploys alone" }] });
});

test("a quarter asks everything that a month asks, and a month everything that a week asks", () => {
  const pages = agendas([week]);
  const [short, middle, long] = ["week", "month", "quarter"].map((rhythm) => [
    ...points(pages, `/reviews/${rhythm}/`).keys(),
  ]);
  expect(middle!.slice(0, short!.length)).toEqual(short);
  expect(long!.slice(0, middle!.length)).toEqual(middle);
  expect(points(pages, "/reviews/quarter/").get("game-days")).toEqual(["Checkout (never had one)"]);
});

test("outsiders have no reviews", () => {
  expect(agendas([week], "public")).toEqual([]);
});
