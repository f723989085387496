import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type ContentFolder, contentFolder, minimalFile, writeFiles } from "../support/content-folder.ts";
import { giveCompiledSite, runTidemark } from "../support/run-tidemark.ts";

const INCIDENT = "incidents/2026-03-14-checkout-timeouts.mdx";
/** Made here of pieces, so that no scanner takes this file for a leak. */
const TOKEN = ["gh", "p_", "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"].join("");

describe("the summary of a pull request", () => {
  test("says in words which milestones moved and by how much, what is new, and what it is like", async () => {
    const folder = repository();
    writeFiles(folder.content, {
      [INCIDENT]: minimalFile(INCIDENT, "resolved: 2026-03-14T18:12:00Z", "resolved: 2026-03-14T17:59:00Z"),
      "incidents/2026-03-20-checkout-timeouts-again.mdx": minimalFile(
        INCIDENT,
        "Checkout timeouts at peak",
        "Checkout *timeouts* again @all",
      ).replaceAll("2026-03-14T", "2026-03-20T"),
    });
    const { code, stdout } = await report(folder);
    expect(code).toBe(0);
    expect(stdout).toContain(
      "resolved of Checkout timeouts at peak (`incident/2026-03-14-checkout-timeouts`) moves 13 min earlier: 2026-03-14T18:12:00Z → 2026-03-14T17:59:00Z",
    );
    expect(stdout).toContain(
      "- Incident Checkout \\*timeouts\\* again @\u200ball (`incident/2026-03-20-checkout-timeouts-again`), for everybody",
    );
    expect(stdout).toMatch(
      /### Seen before\n\n- .*again.* is like Checkout timeouts at peak .*: the same factor/,
    );
  });

  test("says which action items came and were done, and how complete a postmortem is now", async () => {
    const folder = repository();
    const path = "postmortems/2026-03-14-checkout-timeouts.mdx";
    const text = minimalFile(path);
    const items =
      "actionItems:\n  - { id: ai-1, title: Alert on pool use, kind: detect, owner: payments, opened: 2026-03-15, due: 2026-04-15, status: open }\n";
    const withItems = text.includes("actionItems:")
      ? text.replace("actionItems:\n", items)
      : text.replace("---\n\n", `${items}---\n\n`);
    writeFiles(folder.content, { [path]: withItems });
    const added = await report(folder);
    expect(added.stdout).toContain("added: Alert on pool use (`ai-1`; owner payments, due 2026-04-15)");
    commit(folder);
    writeFiles(folder.content, {
      [path]: withItems.replace("status: open }", "status: done, done: 2026-03-20 }"),
    });
    expect((await report(folder)).stdout).toContain("done: Alert on pool use (`ai-1`; owner payments)");
  });

  test("shows what would become public, as words that come and go", async () => {
    const folder = repository();
    await giveCompiledSite(folder);
    writeFiles(folder.content, {
      [INCIDENT]: minimalFile(INCIDENT, "Some orders fail.", "Every second order fails."),
    });
    const { code, stdout } = await report(folder, []);
    expect(code).toBe(0);
    expect(stdout).toContain("### What would become public");
    expect(stdout).toContain("new: Every second order fails.");
    expect(stdout).toContain("gone: Some orders fail.");
  }, 180_000);

  test("says so when nothing changes", async () => {
    const { code, stdout } = await report(repository());
    expect(code).toBe(0);
    expect(stdout).toContain("Nothing that the knowledge base knows of changes");
  });

  test("points at a secret in a new line, and never prints it; one that was there before is another matter", async () => {
    const folder = repository({
      "services/payments.mdx": minimalFile("services/payments.mdx", "Moves the money.", `Old: ${TOKEN}`),
    });
    writeFiles(folder.content, {
      "services/checkout.mdx": minimalFile(
        "services/checkout.mdx",
        "Takes the basket",
        `Key\n${TOKEN}\nTakes the basket`,
      ),
    });
    const { code, stdout, stderr } = await report(folder);
    expect(code).toBe(1);
    const line =
      minimalFile("services/checkout.mdx")
        .split("\n")
        .findIndex((text) => text.startsWith("Takes")) + 2;
    expect(stdout).toContain(`\`content/services/checkout.mdx\` line ${line}: GitHub Token`);
    expect(stderr).toContain(`::error file=content/services/checkout.mdx,line=${line},col=1,`);
    expect(stdout).not.toContain("payments.mdx");
    for (const piece of [TOKEN, TOKEN.slice(4, 14)]) expect(stdout + stderr).not.toContain(piece);
  });

  test("finds a secret where the content cannot be read at all, too", async () => {
    const folder = repository();
    writeFiles(folder.content, { "site.yaml": `name: [\ntoken: ${TOKEN}\n` });
    const { code, stderr } = await report(folder);
    expect(code).toBe(1);
    expect(stderr).toContain("::error file=content/site.yaml,line=2,col=8,");
  });

  test("reads nothing through a link that an earlier commit holds", async () => {
    const folder = repository();
    symlinkSync("/etc", join(folder.content, "services", "etc"));
    commit(folder);
    expect((await report(folder)).code).toBe(0);
  });

  test.each(["no-such-branch", "--output=evil", "HEAD:content"])(
    "a base that is no commit is refused: %s",
    async (base) => {
      const folder = repository();
      const run = await runTidemark(["--content", folder.content, "github", "report", `--base=${base}`]);
      expect(run).toMatchObject({ code: 2, stdout: "" });
      expect(run.stderr).toContain("expected a commit that this repository has");
    },
  );
});

function repository(files: Parameters<typeof writeFiles>[1] = {}): ContentFolder {
  const folder = contentFolder(files);
  mkdirSync(join(folder.root, "docs"));
  writeFileSync(join(folder.root, ".gitignore"), ".cache/\nout/\n");
  git(folder, "init", "--quiet", "--initial-branch=main");
  commit(folder);
  return folder;
}

function commit(folder: ContentFolder): void {
  git(folder, "add", "--all");
  git(folder, "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "--message=a");
}

function git({ root }: ContentFolder, ...words: string[]): void {
  execFileSync("git", ["-C", root, ...words], { stdio: "pipe" });
}

function report({ content }: ContentFolder, words: string[] = ["--no-public"]) {
  return runTidemark(["--content", content, "github", "report", "--base", "HEAD", ...words]);
}
