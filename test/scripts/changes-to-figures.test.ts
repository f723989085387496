import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { project } from "../../src/core/audience/project.ts";
import { readerOf } from "../../src/core/audience/reader.ts";
import { epochOf } from "../../src/core/time.ts";
import { changesBefore } from "../../src/core/views/incident/changes-before.ts";
import { viewContext } from "../../src/core/views/view-context.ts";
import { cacheFolderOf, readContent } from "../../src/loader/read-content.ts";
import { type ContentFolder, contentFolder, minimalFile, writeFiles } from "../support/content-folder.ts";
import { runCheck, runTidemark } from "../support/run-tidemark.ts";

const INCIDENT = "incidents/2026-03-14-checkout-timeouts.mdx";
const SECOND = "incidents/2026-03-20-late-orders.mdx";

/** The minimal incident began at 17:31; a deployment half an hour before it, one two hours before, and one of a service that it does not touch. */
const DEPLOYMENTS = [
  deployment(11, "2026-03-14T17:01:00Z", "checkout"),
  deployment(12, "2026-03-14T15:31:00Z", "checkout"),
  deployment(13, "2026-03-14T17:20:00Z", "unrelated"),
];

function deployment(id: number, created_at: string, repository: string) {
  return {
    id,
    sha: "9c0ffee9c0ffee9c0ffee9c0ffee9c0ffee9c0ff",
    ref: `v7.${id}`,
    environment: "production",
    description: null,
    created_at,
    repository_url: `https://api.github.com/repos/kittiwake/${repository}`,
    statuses_url: `https://api.github.com/repos/kittiwake/${repository}/deployments/${id}/statuses`,
  };
}

async function linked({ content }: ContentFolder, ...words: string[]) {
  const { stdout } = await runTidemark([
    "--content",
    content,
    ...words,
    "metrics",
    "--measure",
    "change-linked",
    "--format",
    "json",
  ]);
  const [figure] = JSON.parse(stdout).figures;
  return figure.numbers.map(({ statistic, value }: { statistic: string; value: number }) => [
    statistic,
    value,
  ]);
}

function hourBefore({ content }: ContentFolder) {
  const { knowledgeBase } = readContent(content, cacheFolderOf(content));
  const now = epochOf("2026-04-01T08:00:00Z");
  const context = viewContext(project(knowledgeBase!, readerOf(knowledgeBase!.site, "internal")!, now), now);
  const incident = context.projection.look.incident.get("2026-03-14-checkout-timeouts")!;
  return changesBefore(context, incident)?.changes.map(({ id, before, cause }) => [id, before, cause]);
}

test("a deployment that is imported stands before the incident that it set off, is named as its cause, and counts in the share", async () => {
  const folder = contentFolder({
    "services/checkout.mdx": minimalFile(
      "services/checkout.mdx",
      "owner: payments",
      "owner: payments\nrepositories: [https://github.com/kittiwake/checkout]",
    ),
    "services/unrelated.mdx":
      "---\ntitle: Unrelated\nowner: payments\nrepositories: [https://github.com/kittiwake/unrelated]\n---\n\nStands apart.\n",
    [SECOND]: minimalFile(INCIDENT, "title: Checkout timeouts at peak", "title: Late orders")
      .replaceAll("2026-03-14T", "2026-03-20T")
      .replace(/severity: .*/, "severity: { initial: SEV3, peak: SEV3 }"),
  });
  expect(hourBefore(folder)).toBeUndefined();
  const file = join(folder.root, "deployments.json");
  writeFileSync(file, JSON.stringify(DEPLOYMENTS));
  const run = await runTidemark(["--content", folder.content, "changes", "import", file]);
  expect([run.code, run.stdout]).toEqual([0, expect.stringContaining("3 read, 3 added")]);

  // What was changed within the hour, on the services that are hurt and those that they depend on.
  expect(hourBefore(folder)).toEqual([["deployment-11", "30 min before", false]]);
  expect(await linked(folder)).toContainEqual(["share", 0]);

  const naming = (id: string) =>
    writeFiles(folder.content, {
      [INCIDENT]: minimalFile(INCIDENT, "trigger: load-change", `trigger: load-change\ncausedBy: [${id}]`),
    });
  naming("deployment-10");
  const wrong = (await runCheck(folder)).diagnostics.filter(({ code }) => code === "unknown-change");
  expect(wrong).toMatchObject([
    { file: `content/${INCIDENT}`, line: 20, help: expect.stringMatching(/deployment-1/) },
  ]);

  naming("deployment-12");
  expect((await runCheck(folder)).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  // The cause is listed however long before it was.
  expect(hourBefore(folder)).toEqual([
    ["deployment-11", "30 min before", false],
    ["deployment-12", "2 h before", true],
  ]);
  expect(await linked(folder)).toEqual([
    ["share", 0.5],
    ["part", 1],
    ["whole", 2],
  ]);
  const explained = await runTidemark(["--content", folder.content, "explain", "change-linked"]);
  expect(explained.stdout).toContain(`content/${INCIDENT}:20`);
}, 60_000);
