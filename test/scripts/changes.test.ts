import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contentFolder, digestsOf } from "../support/content-folder.ts";
import { runCheck, runTidemark } from "../support/run-tidemark.ts";

const LOG = `# kept by the pipeline
changes:
  - { id: d-1, at: 2026-03-01T08:00:00Z, kind: deployment, services: [checkout], what: First } # by hand
`;

test("changes come into the log of their month, a line each; the same import again changes no byte", async () => {
  const folder = contentFolder({ "changes/2026-03.yaml": LOG });
  const file = join(folder.root, "list.csv");
  writeFileSync(
    file,
    "id,at,services,what\nd-1,2026-03-01T08:00:00Z,checkout,First\nd-2,2026-03-14T17:02:00Z,checkout,Second\nd-0,2026-02-28T08:00:00Z,payments,Before\nd-9,2026-02-30T08:00:00Z,payments,Never\n",
  );
  const trial = await runTidemark(["--content", folder.content, "changes", "import", file, "--dry-run"]);
  expect(trial.stdout).toContain("Nothing was written: --dry-run.");
  expect(readFileSync(join(folder.content, "changes/2026-03.yaml"), "utf8")).toBe(LOG);

  const run = await runTidemark(["--content", folder.content, "changes", "import", file]);
  expect([run.code, run.stderr]).toEqual([0, ""]);
  expect(run.stdout).toBe(`${file} (generic changes): 4 read, 2 added, 1 recorded already, 1 left out
  ${file}:5 problems, impossible-date: Left out: \`2026-02-30T08:00:00Z\` names a day that is on no calendar
changes/2026-02.yaml: 1 added, a new file
changes/2026-03.yaml: 1 added
`);
  expect(readFileSync(join(folder.content, "changes/2026-03.yaml"), "utf8")).toBe(
    `${LOG}  - { id: d-2, at: 2026-03-14T17:02:00Z, kind: deployment, services: [checkout], what: Second }\n`,
  );
  expect((await runCheck(folder)).code).toBe(0);
  const before = digestsOf(folder.content);
  const again = await runTidemark([
    "--content",
    folder.content,
    "changes",
    "import",
    file,
    "--format",
    "json",
  ]);
  expect(JSON.parse(again.stdout)).toMatchObject({
    files: [{ added: 0, standing: 3, leftOut: 1 }],
    logs: [],
  });
  expect(digestsOf(folder.content)).toEqual(before);
});

test("nothing is written beside a log that cannot be read, nor of a file with nothing to bring", async () => {
  const folder = contentFolder({ "changes/2026-03.yaml": "changes: [\n" });
  const file = join(folder.root, "list.csv");
  writeFileSync(file, "at,what\n2026-03-14T17:02:00Z,Second\n");
  const before = digestsOf(folder.content);
  const broken = await runTidemark([
    "--content",
    folder.content,
    "changes",
    "import",
    file,
    "--service",
    "checkout",
  ]);
  expect(broken.code).toBe(1);
  expect(broken.stderr).toContain("content/changes/2026-03.yaml");
  expect(digestsOf(folder.content)).toEqual(before);
  const absent = await runTidemark(["--content", folder.content, "changes", "import", "nowhere.csv"]);
  expect([absent.code, absent.stderr]).toEqual([2, "There is no file nowhere.csv.\nNothing was written.\n"]);
});
