import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findOrInstallBrowser } from "../../../src/adapters/browser/install-browser.ts";

let place: string;
const said: string[] = [];

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "tidemark-install-"));
  said.length = 0;
});
afterEach(() => rmSync(place, { recursive: true }));

test("an installed browser is taken as it is", () => {
  program("chromium", "");
  expect(look()).toEqual({ path: join(place, "chromium") });
  expect(said).toEqual([]);
});

test("without one, the package lists are fetched and chromium is installed", () => {
  program("sudo", 'shift\nexec "$@"');
  program(
    "apt-get",
    `echo "$1" >> "${place}/log"\n[ "$1" = install ] && printf '#!/bin/sh\\n' > "${place}/chromium" && /bin/chmod +x "${place}/chromium"\nexit 0`,
  );
  expect(look()).toEqual({ path: join(place, "chromium") });
  expect(readFileSync(join(place, "log"), "utf8")).toBe("--version\nupdate\ninstall\n");
  expect(said).toEqual(["Installing chromium by apt-get (once) ...\n"]);
});

test("where nothing can be installed, one sentence says what to do", () => {
  expect(look()).toEqual({
    missing: "The browser tests need Chromium or Chrome: install one, or set CHROME_PATH to where it is.",
  });
  program("sudo", 'shift\nexec "$@"');
  program("apt-get", '[ "$1" = --version ]');
  expect(look()).toEqual({ missing: expect.stringContaining("`apt-get update` did not finish") });
});

function look() {
  return findOrInstallBrowser({ platform: "linux", variables: { PATH: place } }, (text) => said.push(text));
}

function program(name: string, body: string): void {
  writeFileSync(join(place, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 });
}
