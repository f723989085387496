import { expect, test } from "vitest";
import { project } from "../../../src/core/audience/project.ts";
import { readerOf } from "../../../src/core/audience/reader.ts";
import { epochOf } from "../../../src/core/time.ts";
import { onCallFeeds } from "../../../src/core/views/on-call-feeds.ts";
import { onCallView } from "../../../src/core/views/on-call-view.ts";
import { viewContext } from "../../../src/core/views/view-context.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";

const knowledgeBase = buildKnowledgeBase([], {
  teams: {
    people: ["ada", "grace"].map((handle) => ({ handle, role: "Engineer" })),
    teams: [
      {
        id: "payments",
        name: "Payments",
        members: ["ada", "grace"],
        roster: {
          zone: "Europe/Berlin",
          rotation: ["ada", "grace"],
          backups: ["grace", "ada"],
          starts: "2026-03-16T09:00:00+01:00",
          shiftLength: "7d",
          overrides: [{ person: "grace", from: "2026-03-20T08:00:00Z", to: "2026-03-21T08:00:00Z" }],
        },
      },
      { id: "search", name: "Search", members: [] },
    ],
  },
});

function contextOf(audience: string, at: string) {
  const now = epochOf(at);
  return viewContext(project(knowledgeBase, readerOf(knowledgeBase.site, audience)!, now), now);
}

/** `ada primary` until when, and who is next. */
function dutyAt(at: string) {
  const [team] = onCallView(contextOf("internal", at)).teams;
  const words = ({ person, level }: { person: { id: string }; level: string }) => `${person.id} ${level}`;
  return {
    now: team!.now.map(words),
    until: team!.now[0]?.to.iso,
    next: team!.next.map(words),
    from: team!.next[0]?.from.iso,
  };
}

test("who is on call now and next follows the roster and its swaps", () => {
  expect(dutyAt("2026-03-18T12:00:00Z")).toEqual({
    now: ["ada primary", "grace backup"],
    until: "2026-03-20T08:00:00Z",
    next: ["grace primary", "grace backup"],
    from: "2026-03-20T08:00:00Z",
  });
  expect(dutyAt("2026-03-23T08:00:00Z")).toEqual({
    now: ["grace primary", "ada backup"],
    until: "2026-03-30T07:00:00Z",
    next: ["ada primary", "grace backup"],
    from: "2026-03-30T07:00:00Z",
  });
});

test("before a roster begins nobody is on call, and its first shift is the next", () => {
  expect(dutyAt("2026-03-01T00:00:00Z")).toEqual({
    now: [],
    until: undefined,
    next: ["ada primary", "grace backup"],
    from: "2026-03-16T08:00:00Z",
  });
});

test("a team without a roster is named as such, and has no feed", () => {
  const context = contextOf("internal", "2026-03-18T12:00:00Z");
  expect(onCallView(context).without).toMatchObject([{ id: "search" }]);
  expect([...onCallFeeds(context)].map(({ path }) => path)).toEqual(["/on-call/payments.ics"]);
  expect([...onCallFeeds(contextOf("public", "2026-03-18T12:00:00Z"))]).toEqual([]);
});
