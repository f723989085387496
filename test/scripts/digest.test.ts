import { rmSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type DigestFlags, run } from "../../scripts/github/digest.ts";
import { isoWeek } from "../../src/core/iso-week.ts";
import { epochOf } from "../../src/core/time.ts";
import { type ContentFolder, makeContentFolder } from "../support/content-folder.ts";
import { GITHUB_FILES } from "../support/github-content.ts";
import { type GitHubServer, startGitHubServer } from "../support/github-server/github-server.ts";
import { servedWith } from "../support/github-server/served-with.ts";
import { runCommand } from "../support/run-command.ts";

const NOW = epochOf("2026-04-03T08:00:00Z");
let server: GitHubServer;
let folder: ContentFolder;
beforeAll(async () => {
  server = await startGitHubServer();
  folder = makeContentFolder(GITHUB_FILES);
});
afterAll(async () => {
  await server.close();
  rmSync(folder.root, { recursive: true, force: true });
});
beforeEach(() => {
  server.repository = servedWith(folder);
  server.requests.length = 0;
});

const act = (flags: Partial<DigestFlags> = {}, now = NOW) =>
  runCommand(
    run,
    folder.content,
    now,
    { period: "week", apply: true, ...flags },
    {
      address: server.url,
      repository: "octo/incidents",
      token: "github-actions[bot]",
    },
  );

test("a week has one digest that tells what is late, and the next week closes it", async () => {
  await act();
  await act({}, NOW + 86_400_000);
  const [digest, ...more] = server.repository.issues;
  expect(more).toEqual([]);
  expect(digest!.title).toBe("Digest of week 14, 2026");
  expect(digest!.body).toMatchInlineSnapshot(`
    "27 March 2026 to 3 April 2026. [The same as a page](https://tidemark.example.org/reviews/week/). Write down what is decided: \`npm run tidemark -- review decide "…" --period week --owner …\`

    ### Incidents

    _Is each understood, and does each that needs one have a postmortem?_

    - [ ] [Search is slow @​everyone Fixes #​1 \\\`rm -rf\\\` \\<\\!--](https://tidemark.example.org/incidents/2026-03-30-search-slow/) · **Resolved** · SEV1 · 30 March 2026 · 55 min

    ### Postmortems being written

    Every postmortem is final.

    ### Overdue action items

    _Do it, move it with a reason, or drop it with a reason?_

    - [ ] [Alert on pool saturation](https://tidemark.example.org/postmortems/2026-03-14-checkout-timeouts/#ai-2026-014) · **Overdue** · Payments team · due 2 April 2026

    ### Due within a week

    Nothing is due within a week.

    ### Error budgets that want a word

    _Freeze, slow down, or go on?_

    - [ ] [Checkout: availability](https://tidemark.example.org/services/checkout/#objective-checkout-availability) · **Spent, releases frozen** · overspent by 11 min, burning at 0.0 ×

    <!-- tidemark: digest/week/2026-w14 -->"
  `);
  await act({}, NOW + 7 * 86_400_000);
  expect(server.repository.issues.map(({ title, state }) => [title, state])).toEqual([
    ["Digest of week 14, 2026", "closed"],
    ["Digest of week 15, 2026", "open"],
  ]);
});

test("month and quarter have reviews of their own, each once", async () => {
  for (const period of ["month", "quarter", "month", "quarter"] as const) await act({ period });
  expect(server.repository.issues.map(({ title }) => title)).toEqual([
    "Review of the month, 2026-04",
    "Review of the quarter, Q2 2026",
  ]);
});

test("without --apply it is printed and nothing is written", async () => {
  const { said } = await act({ apply: false });
  expect(said).toContain(
    "1. create the issue digest/week/2026-w14: “Digest of week 14, 2026”, labels digest",
  );
  expect(server.requests.filter(({ method }) => method !== "GET")).toEqual([]);
});

test.each([
  ["2026-04-03", "2026-W14"],
  ["2025-12-29", "2026-W01"],
  ["2027-01-03", "2026-W53"],
  ["2024-12-31", "2025-W01"],
  ["2021-01-01", "2020-W53"],
])("%s is in %s", (day, week) => {
  expect(isoWeek(day)).toBe(week);
});
