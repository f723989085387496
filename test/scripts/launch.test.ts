import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const lock = {
  packages: {
    "": {},
    "node_modules/a": { integrity: "sha512-a" },
    "node_modules/mac": { integrity: "sha512-m", optional: true },
  },
};
const current = { packages: { "node_modules/a": { integrity: "sha512-a" } } };
let checkout: string;

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), "tidemark-launch-"));
  mkdirSync(join(checkout, "scripts"));
  copyFileSync(join(root, "scripts/launch.mjs"), join(checkout, "scripts/launch.mjs"));
  write(
    "scripts/tidemark.ts",
    'const words: string[] = process.argv.slice(2);\nconsole.log("ran", ...words);',
  );
  write("scripts/test.ts", 'console.log("tested", ...process.argv.slice(2));\nprocess.exitCode = 1;');
  write("package-lock.json", JSON.stringify(lock));
  write(
    "bin/npm",
    `#!/bin/sh\nmkdir -p node_modules && echo "$@" >> called && cp after node_modules/.package-lock.json\n`,
    0o755,
  );
  write("after", JSON.stringify(current));
});

afterEach(() => rmSync(checkout, { recursive: true }));

describe("the launcher", () => {
  test("installs where nothing is installed, and runs the command", () => {
    expect(launch(["check", "--quiet"])).toEqual({ status: 0, stdout: "ran check --quiet\n" });
    expect(called()).toMatch(/^ci /);
  });

  test("installs nothing where the packages are those of the lock file", () => {
    write("node_modules/.package-lock.json", JSON.stringify(current));
    expect(launch(["check"])).toEqual({ status: 0, stdout: "ran check\n" });
    expect(called()).toBeUndefined();
  });

  test.each([
    { packages: { "node_modules/a": { integrity: "sha512-older" } } },
    { packages: { ...current.packages, "node_modules/gone": { integrity: "sha512-g" } } },
    {},
  ])("installs again where they are not: %j", (present) => {
    write("node_modules/.package-lock.json", JSON.stringify(present));
    launch(["check"]);
    expect(called()).toMatch(/^ci /);
  });

  test("starts by building, then serves with the words that were given", () => {
    expect(launch(["start", "--port", "5000"]).stdout).toBe("ran build\nran preview --port 5000\n");
  });

  test("passes on how the tests ended", () => {
    expect(launch(["test", "--all"])).toEqual({ status: 1, stdout: "tested --all\n" });
  });

  test("says in one sentence that an installation failed", () => {
    write("bin/npm", "#!/bin/sh\nexit 1\n", 0o755);
    const { status, stderr } = spawn(["check"]);
    expect(status).toBe(4);
    expect(stderr).toContain("`npm ci` did not finish");
  });
});

function launch(words: readonly string[]) {
  const { status, stdout } = spawn(words);
  return { status, stdout };
}

function spawn(words: readonly string[]) {
  return spawnSync(process.execPath, ["scripts/launch.mjs", ...words], {
    cwd: checkout,
    encoding: "utf8",
    env: { PATH: `${join(checkout, "bin")}:/usr/bin:/bin` },
  });
}

function called(): string | undefined {
  try {
    return readFileSync(join(checkout, "called"), "utf8");
  } catch {
    return undefined;
  }
}

function write(path: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(join(checkout, path)), { recursive: true });
  writeFileSync(join(checkout, path), text, { mode });
}
