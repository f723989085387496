import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contentFolder, digestsOf } from "../support/content-folder.ts";
import { runCheck, runTidemark } from "../support/run-tidemark.ts";

test("pages and shifts come into the log of their month; the same import again changes no byte", async () => {
  const folder = contentFolder({
    "on-call/2026-03.yaml":
      "pages:\n  - { at: 2026-03-01T08:00:00Z, team: payments, alert: CheckoutLatencyHigh, service: checkout } # seen\n",
  });
  const file = join(folder.root, "pages.csv");
  writeFileSync(
    file,
    `at,alert,person,team,from,to
2026-03-01T08:00:00Z,CheckoutLatencyHigh,,,,
2026-03-02T02:00:00Z,CheckoutLatencyHigh,Ada Lovelace,,,
,,grace,payments,2026-03-02T08:00:00Z,2026-03-09T08:00:00Z
2026-02-30T02:00:00Z,CheckoutLatencyHigh,ada,,,
`,
  );
  const words = ["--content", folder.content, "oncall", "import", file, "--map", "Ada Lovelace=ada"];
  const run = await runTidemark(words);
  expect([run.code, run.stderr]).toEqual([0, ""]);
  expect(run.stdout).toBe(`${file} (pages and shifts): 4 read, 2 added, 1 recorded already, 1 left out
  ${file}:5 problems, impossible-date: Left out: \`2026-02-30T02:00:00Z\` names a day that is on no calendar
on-call/2026-03.yaml: 2 added
`);
  expect(readFileSync(join(folder.content, "on-call/2026-03.yaml"), "utf8")).toBe(
    `pages:
  - { at: 2026-03-01T08:00:00Z, team: payments, alert: CheckoutLatencyHigh, service: checkout } # seen
  - { at: 2026-03-02T02:00:00Z, team: payments, person: ada, alert: CheckoutLatencyHigh, service: checkout }
shifts:
  - { team: payments, person: grace, from: 2026-03-02T08:00:00Z, to: 2026-03-09T08:00:00Z }
`,
  );
  expect((await runCheck(folder)).code).toBe(0);
  const before = digestsOf(folder.content);
  const again = await runTidemark(words);
  expect(again.stdout).toContain("0 added, 3 recorded already, 1 left out");
  expect(digestsOf(folder.content)).toEqual(before);
});

test("a team that is not there and a name without its meaning are usage problems", async () => {
  const folder = contentFolder();
  const file = join(folder.root, "pages.csv");
  writeFileSync(file, "at,alert\n2026-03-01T08:00:00Z,X\n");
  const team = await runTidemark(["--content", folder.content, "oncall", "import", file, "--team", "nobody"]);
  expect([team.code, team.stderr]).toEqual([2, "There is no team `nobody`.\nNothing was written.\n"]);
  const map = await runTidemark(["oncall", "import", file, "--map", "ada"]);
  expect(map.code).toBe(2);
});
