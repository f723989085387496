import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { asKnownAt } from "../../src/core/audience/as-known-at.ts";
import { project } from "../../src/core/audience/project.ts";
import { readerOf } from "../../src/core/audience/reader.ts";
import { epochOf } from "../../src/core/time.ts";
import { pagesOf } from "../../src/core/views/pages.ts";
import { viewContext } from "../../src/core/views/view-context.ts";
import { readContent } from "../../src/loader/read-content.ts";
import { type Files, makeContentFolder } from "../support/content-folder.ts";
import { INCIDENT_CASES } from "./time-machine/incident-cases.ts";
import { OTHER_CASES } from "./time-machine/other-cases.ts";
import { POSTMORTEM_CASES } from "./time-machine/postmortem-cases.ts";

const made: string[] = [];
afterAll(() => {
  for (const root of made) rmSync(root, { recursive: true, force: true });
});

/** Each pair differs only in what is dated 20 March or later. */
const LATER = [...INCIDENT_CASES, ...POSTMORTEM_CASES, ...OTHER_CASES].map(
  ([name, files, without = {}]): [string, Files, Files] => [name, files, without],
);

test.each(LATER)("on 19 March nobody knows of %s of 20 March or later", (_, files, without) => {
  const at = "2026-03-19T12:00:00Z";
  expect(knownAt(files, at)).toEqual(knownAt(without, at));
});

test.each(LATER)("on 30 March %s is known", (_, files, without) => {
  const at = "2026-03-30T12:00:00Z";
  expect(knownAt(files, at).known).not.toEqual(knownAt(without, at).known);
});

test("an incident is told as far as it had come", () => {
  const row = (at: string) => {
    const view = knownAt({}, at).views["/incidents/2026-03-14-checkout-timeouts/"];
    return view && (JSON.parse(view) as { row: { state: { id: string }; duration?: string } }).row;
  };
  expect(row("2026-03-14T17:37:00Z")).toBeUndefined();
  expect(row("2026-03-14T17:45:00Z")).toMatchObject({ state: { id: "open" }, duration: "7 min so far" });
  expect(row("2026-03-14T18:00:00Z")).toMatchObject({
    state: { id: "mitigated" },
    duration: "22 min so far",
  });
  expect(row("2026-03-14T18:30:00Z")).toMatchObject({ state: { id: "resolved" }, duration: "34 min" });
});

/** All that is known at an instant, and all that a colleague would be shown. */
function knownAt(files: Files, at: string) {
  const { content, root } = makeContentFolder(files);
  made.push(root);
  const { knowledgeBase, diagnostics } = readContent(content, join(root, "cache"));
  expect(diagnostics).toEqual([]);
  const now = epochOf(at);
  const { look: _, ...known } = asKnownAt(knowledgeBase!, now);
  const projection = project(asKnownAt(knowledgeBase!, now), readerOf(knowledgeBase!.site, "internal")!, now);
  const views = Object.fromEntries(
    [...pagesOf(viewContext(projection, now))].map(({ path, view }) => [path, JSON.stringify(view)]),
  );
  const nonEmpty = (logs: readonly { data: object }[]) =>
    logs.filter(({ data }) => Object.values(data).some((list) => list.length > 0));
  return {
    known: {
      ...known,
      changeLogs: nonEmpty(known.changeLogs),
      onCallLogs: nonEmpty(known.onCallLogs),
      suppressions: nonEmpty(known.suppressions),
    },
    views,
  };
}
