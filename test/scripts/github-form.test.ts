import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type FormFlags, run } from "../../scripts/github/form.ts";
import { NOW } from "../core/alerts/alert-examples.ts";
import { contentFolder, minimalFile, writeFiles } from "../support/content-folder.ts";
import { runCommand } from "../support/run-command.ts";

test("the form is written once, and is out of date when a service is new", async () => {
  const folder = contentFolder();
  const path = join(folder.root, ".github/ISSUE_TEMPLATE/incident.yml");
  const form = (check: boolean) => runCommand<FormFlags>(run, folder.content, NOW, { check });
  expect(await form(true)).toMatchObject({ code: 0, said: expect.stringContaining("There is no") });
  expect(existsSync(path)).toBe(false);
  expect((await form(false)).code).toBe(0);
  expect(readFileSync(path, "utf8")).toContain("- checkout\n");
  expect((await form(true)).code).toBe(0);
  writeFiles(folder.content, {
    "services/search.mdx": minimalFile("services/checkout.mdx", "title: Checkout", "title: Search"),
  });
  expect(await form(true)).toMatchObject({
    code: 1,
    said: expect.stringContaining("`tidemark github form` writes it"),
  });
  expect((await form(false)).code).toBe(0);
  expect(readFileSync(path, "utf8")).toContain("- search\n");
});
