import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type AlertFlags, run } from "../../scripts/alert.ts";
import { alertmanager, generic, NOW } from "../core/alerts/alert-examples.ts";
import { contentFolder, digestsOf } from "../support/content-folder.ts";
import { runCommand } from "../support/run-command.ts";

function ingest(
  folder: { root: string; content: string },
  payload: unknown,
  flags: Partial<AlertFlags> = {},
) {
  const file = join(folder.root, "payload.json");
  writeFileSync(file, typeof payload === "string" ? payload : JSON.stringify(payload));
  return runCommand<AlertFlags>(run, folder.content, NOW, { dryRun: false, ...flags, file });
}

test("an alert opens an incident that passes the check, and the same alert again changes no byte", async () => {
  const folder = contentFolder();
  expect(await ingest(folder, alertmanager(), { dryRun: true })).toMatchObject({
    code: 0,
    said: expect.stringContaining("would write"),
  });
  const first = await ingest(folder, alertmanager());
  expect(first).toEqual({
    code: 0,
    said:
      "PoolSaturated: opens 2026-04-01-checkout-every-connection-is-in-use with an alert\n" +
      "wrote incidents/2026-04-01-checkout-every-connection-is-in-use.mdx\n",
  });
  const { incidents } = { incidents: readdirSync(join(folder.content, "incidents")) };
  expect(incidents).toContain("2026-04-01-checkout-every-connection-is-in-use.mdx");
  const before = digestsOf(folder.content);
  expect((await ingest(folder, alertmanager())).code).toBe(0);
  expect(digestsOf(folder.content)).toEqual(before);
});

test("hostile words of an alert stay words", async () => {
  const folder = contentFolder();
  const summary = "x @everyone Fixes #1 <!-- --> <script> {process.exit()} `$(id)` import a from 'b' \u202e";
  expect((await ingest(folder, generic({ summary }))).code).toBe(0);
  const [name] = readdirSync(join(folder.content, "incidents")).filter((file) =>
    file.startsWith("2026-04-01"),
  );
  const text = readFileSync(join(folder.content, "incidents", name!), "utf8");
  expect(name).toBe("2026-04-01-checkout-x-everyone-fixes-1-script-process-exit-id-import-a.mdx");
  expect(text.split("\n---\n")[1]).not.toContain("script");
  expect(text).not.toContain("\u202e");
});

test.each([
  ["[]", 2],
  ["", 2],
  ['{"alerts":[]}', 2],
  [`{"name":"${"x".repeat(5_000_000)}"}`, 2],
  [generic({ service: "unheard-of" }), 2],
  [generic({ startsAt: "2017-05-09T07:01:37Z" }), 0],
])("nothing is written for bad input %#", async (payload, code) => {
  const folder = contentFolder();
  const before = digestsOf(folder.content);
  const ended = await ingest(folder, payload);
  expect(ended.code).toBe(code);
  expect(ended.said).not.toBe("");
  expect(digestsOf(folder.content)).toEqual(before);
});
