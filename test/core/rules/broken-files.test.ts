import { expect, test } from "vitest";
import { postmortemUnfinished } from "../../../src/core/rules/postmortem-unfinished.ts";
import { buildEntry } from "../../support/builders/build-entry.ts";
import { find } from "../../support/builders/find.ts";

const INCIDENT = "2026-03-02-slow-search";
const final = buildEntry("postmortem", "slow-search", {
  state: "final",
  lesson: "Watch the index.",
  finalized: "2026-03-09T10:00:00Z",
});

test("a postmortem is not called incomplete while its incident cannot be read", () => {
  const broken = [{ kind: "incident", id: INCIDENT, file: `content/incidents/${INCIDENT}.mdx` }] as const;
  expect(find(postmortemUnfinished, [final])).toEqual([
    "postmortem-incomplete postmortems/slow-search.mdx state",
  ]);
  expect(find(postmortemUnfinished, [final], { broken })).toEqual([]);
});
