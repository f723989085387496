import { realpathSync } from "node:fs";
import { expect, test } from "vitest";
import { contentFolder, digestsOf, minimalFile, writeFiles } from "../support/content-folder.ts";
import { runBuild } from "../support/run-tidemark.ts";

const INCIDENT = "incidents/2026-03-14-checkout-timeouts.mdx";
const POSTMORTEM = "postmortems/2026-03-14-checkout-timeouts.mdx";
const PUBLIC_POSTMORTEM = minimalFile(POSTMORTEM, "visibility: internal", "visibility: public");

test("the id of an internal runbook in public prose holds the site back", async () => {
  const folder = contentFolder({
    [POSTMORTEM]: PUBLIC_POSTMORTEM.replace(
      "The responder followed",
      "By checkout-pool-exhausted, we followed",
    ),
  });
  const run = await runBuild(folder, "public");
  expect(run.code).toBe(6);
  expect(run.stderr).toContain('holds the internal id "checkout-pool-exhausted"');
});

test("a mention of a colleague in public prose holds the site back", async () => {
  const folder = contentFolder({
    [POSTMORTEM]: PUBLIC_POSTMORTEM.replace("The responder followed", "Thanks to @grace, we followed"),
  });
  const run = await runBuild(folder, "public");
  expect(run.code).toBe(6);
  expect(run.stderr).toContain('holds the internal handle "grace"');
});

test("an internal copy of what is public changes no byte of the public site", async () => {
  const folder = contentFolder({ [POSTMORTEM]: PUBLIC_POSTMORTEM });
  const before = await runBuild(folder, "public");
  expect(before).toMatchObject({ code: 0, stderr: "" });
  const bytes = digestsOf(realpathSync(before.out));
  writeFiles(folder.content, {
    "incidents/2026-03-15-again.mdx": minimalFile(INCIDENT, "visibility: public", "visibility: internal"),
    "postmortems/2026-03-15-again.mdx": minimalFile(
      POSTMORTEM,
      "[2026-03-14-checkout-timeouts]",
      "[2026-03-15-again]",
    ).replace("id: ai-2026-014", "id: ai-2026-015"),
  });
  const after = await runBuild(folder, "public");
  expect(after).toMatchObject({ code: 0, stderr: "" });
  expect(digestsOf(realpathSync(after.out))).toEqual(bytes);
});
