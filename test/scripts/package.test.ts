import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const scratch = mkdtempSync(join(tmpdir(), "tidemark-package-"));
const home = join(scratch, "app");
/** What a bare machine has on its path: nothing of this checkout. */
const PATH = (process.env.PATH ?? "")
  .split(delimiter)
  .filter((folder) => !folder.includes("node_modules"))
  .join(delimiter);

afterAll(() => rmSync(scratch, { recursive: true }));

// Packing compiles everything and installing takes a minute or two, so this runs where everything is tested.
describe.runIf(process.env.TIDEMARK_TESTS === "all")(
  "the package, installed from its tarball into an empty folder",
  () => {
    let before: string[] = [];

    beforeAll(() => {
      mkdirSync(home);
      expect(
        run("npm", ["pack", "--silent", "--pack-destination", scratch], root, process.env.PATH),
      ).toMatchObject({ status: 0 });
      const [tarball] = readdirSync(scratch).filter((name) => name.endsWith(".tgz"));
      expect(
        run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", join(scratch, tarball!)], home),
      ).toMatchObject({ status: 0 });
      before = installed();
    }, 600_000);

    test("begins a repository, checks it, and builds its sites, under whichever Node the machine has", () => {
      const words = ["init", "--yes", "--tidemark", `someone/tidemark@${"a1".repeat(20)}`];
      expect(tidemark(words)).toMatchObject({ status: 0, stderr: "" });
      expect(tidemark(["check"])).toMatchObject({ status: 0 });
      expect(tidemark(["build"])).toMatchObject({ status: 0, stderr: "" });
      expect(tidemark(["build", "--audience", "public"])).toMatchObject({ status: 0, stderr: "" });
      expect(tidemark(["status", "build"])).toMatchObject({ status: 0, stderr: "" });
      expect(readFileSync(join(home, "dist/public/status/index.html"), "utf8")).toContain("Website");
    }, 300_000);

    test("knows the commit that it was packed from", () => {
      const note = JSON.parse(readFileSync(join(home, "node_modules/tidemark/built/home.json"), "utf8"));
      expect(note.commit).toMatch(/^[0-9a-f]{40}$/);
    });

    test("gives its types and its schemas to other programs", () => {
      const words =
        'import("tidemark/core/suggestion.ts").then(({ nearest }) => process.stdout.write(nearest("publick", ["public"])))';
      expect(run("node", ["--input-type=module", "--eval", words], home)).toMatchObject({
        status: 0,
        stdout: "public",
      });
      expect(
        readFileSync(join(home, "node_modules/tidemark/built/src/core/suggestion.d.ts"), "utf8"),
      ).toContain("nearest");
    });

    test("holds no test, no content and nothing that was not made for it", () => {
      const own = before.filter((path) => path.startsWith("tidemark/"));
      expect(
        own.filter((path) => /\/(?:test|content|docs|dist|\.cache)\//.test(path.replace("/src/core", ""))),
      ).toEqual([]);
    });

    test("says of what only its own repository can do that there is no such command", () => {
      const run = tidemark(["bench"]);
      expect(run.status).toBe(2);
      expect(run.stderr).toContain("unknown command 'bench'");
    });

    test("writes nothing among the installed packages", () => {
      expect(installed()).toEqual(before);
    });
  },
);

function tidemark(words: readonly string[]) {
  return run("npx", ["--no-install", "tidemark", ...words], home);
}

function run(program: string, words: readonly string[], cwd: string, path: string | undefined = PATH) {
  return spawnSync(program, words, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, PATH: path, NO_COLOR: "1" },
  });
}

function installed(): string[] {
  const folder = join(home, "node_modules");
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => !item.isDirectory())
    .map((item) => join(item.parentPath, item.name).slice(folder.length + 1))
    .sort();
}
