import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { findBrowser } from "../../../src/adapters/browser/find-browser.ts";
import { closeBrowser, openPage } from "../../support/browser.ts";

const place = mkdtempSync(join(tmpdir(), "tidemark-browser-"));

afterAll(async () => {
  await closeBrowser();
  rmSync(place, { recursive: true });
});

test("CHROME_PATH comes first, and a wrong one is not silently replaced", () => {
  const chrome = program("chosen", "my-chrome");
  const chromium = program("path", "chromium");
  const path = { PATH: join(place, "path") };
  expect(findBrowser({ platform: "linux", variables: { ...path, CHROME_PATH: chrome } })).toBe(chrome);
  expect(findBrowser({ platform: "linux", variables: { ...path, CHROME_PATH: "/nowhere" } })).toBeUndefined();
  expect(findBrowser({ platform: "linux", variables: path })).toBe(chromium);
});

test("a file that cannot be run and a folder of that name are passed over", () => {
  mkdirSync(join(place, "first", "chromium"), { recursive: true });
  mkdirSync(join(place, "second"));
  writeFileSync(join(place, "second", "chromium"), "");
  chmodSync(join(place, "second", "chromium"), 0o644);
  const found = program("third", "google-chrome");
  const PATH = ["first", "second", "third"].map((folder) => join(place, folder)).join(delimiter);
  expect(findBrowser({ platform: "linux", variables: { PATH } })).toBe(found);
});

test("the browser opens a page and its complaints are seen", async () => {
  const { page, complaints, close } = await openPage(
    "data:text/html,<title>tide</title><script>throw 1</script>",
  );
  expect(await page.title()).toBe("tide");
  expect(complaints).toHaveLength(1);
  await close();
});

function program(folder: string, name: string): string {
  const path = join(place, folder, name);
  mkdirSync(join(place, folder), { recursive: true });
  writeFileSync(path, "#!/bin/sh\n", { mode: 0o755 });
  return path;
}
