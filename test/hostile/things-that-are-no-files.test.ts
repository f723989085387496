import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contentFolder, writeFiles } from "../support/content-folder.ts";
import { runCheck } from "../support/run-tidemark.ts";
import { runbookText } from "./input.ts";

test("links, folders that are called like files, pipes and sockets are named, and not one is followed or waited for", async () => {
  const folder = contentFolder();
  const runbooks = join(folder.content, "runbooks");
  writeFileSync(join(folder.root, "outside.mdx"), runbookText("Outside."));
  mkdirSync(join(folder.root, "outside"));
  symlinkSync("../../outside.mdx", join(runbooks, "link.mdx"));
  symlinkSync("checkout-pool-exhausted.mdx", join(runbooks, "link-within.mdx"));
  symlinkSync("nowhere", join(runbooks, "link-to-nothing.mdx"));
  symlinkSync("link-to-itself.mdx", join(runbooks, "link-to-itself.mdx"));
  symlinkSync("../outside", join(folder.content, "maintenance"));
  symlinkSync("/dev/zero", join(folder.content, "images", "zero.png"));
  mkdirSync(join(runbooks, "a.mdx"));
  execFileSync("mkfifo", [join(runbooks, "pipe.mdx")]);
  const { code, signal, diagnostics, milliseconds } = await runCheck(folder);
  expect({ code, signal }).toEqual({ code: 1, signal: null });
  expect(milliseconds).toBeLessThan(20_000);
  expect(diagnostics.map(({ code, file, message }) => `${file} ${code} ${message}`)).toEqual([
    "content/images/zero.png file-type Unexpected symbolic link `images/zero.png`, expected a file",
    "content/maintenance file-type Unexpected symbolic link `maintenance`, expected a file",
    "content/runbooks/a.mdx file-type Unexpected folder or device `runbooks/a.mdx`, expected a file",
    ...["link-to-itself", "link-to-nothing", "link-within", "link"].map(
      (name) =>
        `content/runbooks/${name}.mdx file-type Unexpected symbolic link \`runbooks/${name}.mdx\`, expected a file`,
    ),
    "content/runbooks/pipe.mdx file-type Unexpected folder or device `runbooks/pipe.mdx`, expected a file",
  ]);
});

test("ids that differ only by case, and action items of one id in two files, are each told with both places", async () => {
  const item =
    "actionItems:\n  - { id: ai-2026-014, title: T, kind: detect, owner: payments, opened: 2026-03-20, due: 2026-05-01, status: open }\n";
  const folder = contentFolder();
  writeFiles(folder.content, {
    "runbooks/Checkout-Pool-Exhausted.mdx": runbookText("Text."),
    "incidents/2026-03-10-twin.mdx": `---
title: Twin
visibility: internal
severity: { initial: SEV3, peak: SEV3 }
services: [checkout]
milestones: { detected: 2026-03-10T10:00:00Z, resolved: 2026-03-10T11:00:00Z, started: 2026-03-10T09:00:00Z, verified: 2026-03-10T12:00:00Z }
${item}---
`,
  });
  const { code, diagnostics } = await runCheck(folder);
  expect(code).toBe(1);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toMatchObject([
    {
      code: "duplicate-id",
      file: "content/postmortems/2026-03-14-checkout-timeouts.mdx",
      line: 12,
      related: [{ file: "content/incidents/2026-03-10-twin.mdx", line: 8 }],
    },
    { code: "file-name", file: "content/runbooks/Checkout-Pool-Exhausted.mdx" },
  ]);
});

test.each([
  ["site.yaml is missing", { "site.yaml": undefined }, "content/site.yaml", "file-missing"],
  ["site.yaml is empty", { "site.yaml": "" }, "content/site.yaml", "file-empty"],
  ["taxonomy.yaml is no YAML", { "taxonomy.yaml": "severities: [" }, "content/taxonomy.yaml", "yaml-syntax"],
  ["teams.yaml is a list", { "teams.yaml": "- people" }, "content/teams.yaml", "yaml-syntax"],
  [
    "an unknown time zone",
    { "site.yaml": "schemaVersion: 1\nname: A\nurl: https://a.example/\ntimeZone: Mars/Base\n" },
    "content/site.yaml",
    "invalid-value",
  ],
])("%s: an error that names the file, and no bug of ours", async (_, files, file, code) => {
  const folder = contentFolder(files);
  const run = await runCheck(folder);
  expect(run).toMatchObject({ code: 1, signal: null, stderr: "" });
  expect(run.diagnostics).toContainEqual(expect.objectContaining({ file, code, severity: "error" }));
  expect(existsSync(join(folder.root, "out"))).toBe(false);
});
