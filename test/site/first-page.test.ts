import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { ContentFolder } from "../support/content-folder.ts";
import { ended, giveCompiledSite, runCheck, startTidemark } from "../support/run-tidemark.ts";

const page = resolve(import.meta.dirname, "../../src/site/pages/handbook/first-page.mdx");
const root = mkdtempSync(join(tmpdir(), "tidemark-first-"));
const folder: ContentFolder = { root, content: join(root, "content") };
afterAll(() => rmSync(root, { recursive: true }));

/** What waits for somebody to look, or needs GitHub. */
const NOT_HERE = /^(?:npm install|npx tidemark (?:dev|preview)|git push)/;

test("whoever follows the page line by line ends with a commit and a public site", {
  timeout: 180_000,
}, async () => {
  const lines = [...readFileSync(page, "utf8").matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, code]) =>
    code!.trim().split("\n"),
  );
  execFileSync("git", ["-C", root, "init", "--quiet", "--initial-branch=main"]);
  for (const [name, value] of [
    ["user.name", "a"],
    ["user.email", "a@example.org"],
  ])
    execFileSync("git", ["-C", root, "config", name!, value!]);
  const done = lines.filter((line) => !NOT_HERE.test(line));
  for (const line of done) {
    const [program, ...words] = wordsOf(line);
    if (program === "git") execFileSync("git", ["-C", root, ...words], { stdio: "pipe" });
    else await follow(words.slice(1));
  }
  expect(lines.length - done.length).toBe(4);
  expect((await runCheck(folder)).diagnostics).toEqual([]);
  expect(existsSync(join(root, "dist/public/status/index.html"))).toBe(true);
  const committed = execFileSync("git", ["-C", root, "ls-files"]).toString().split("\n");
  expect(committed).toEqual(
    expect.arrayContaining(["content/services/mail.mdx", ".github/workflows/site.yml"]),
  );
  expect(committed.filter((path) => /^(?:dist|\.cache|node_modules)\//.test(path))).toEqual([]);
});

/** Runs a command of the page as its reader would, in the folder; where it would ask, every default is taken. */
async function follow(words: readonly string[]): Promise<void> {
  const isInit = words[0] === "init";
  if (words[0] === "build") await giveCompiledSite(folder);
  const given = isInit ? ["--yes", "--tidemark", `someone/tidemark@${"a1".repeat(20)}`] : [];
  const run = await ended(startTidemark([...words, ...given], {}, root));
  expect(run, words.join(" ")).toMatchObject({ code: 0, stderr: "" });
}

/** The words of a line as a shell parts them: what stands in quotes is one. */
function wordsOf(line: string): string[] {
  return (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replace(/^"(.*)"$/, "$1"));
}
