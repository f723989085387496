import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { type AuditFlags, run } from "../../scripts/audit.ts";
import type { CommandContext } from "../../scripts/command.ts";
import { epochOf } from "../../src/core/time.ts";
import { type ContentFolder, contentFolder } from "../support/content-folder.ts";

const FILE = "incidents/2026-03-14-checkout-timeouts.mdx";

/** A commit of everything, made on a day. */
function commit({ root }: ContentFolder, on: string): void {
  const at = `2026-03-${on}T12:00:00Z`;
  const environment = {
    ...process.env,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_SYSTEM: "/dev/null",
    GIT_AUTHOR_DATE: at,
    GIT_COMMITTER_DATE: at,
  };
  const git = (...words: string[]) =>
    execFileSync("git", ["-C", root, ...words], { env: environment, stdio: "pipe" });
  git("init", "-q");
  git("add", "content");
  git("-c", "user.name=ada", "-c", "user.email=ada@example.com", "commit", "-q", "-m", `As of ${on}`);
}

function edit({ content }: ContentFolder, from: RegExp, to: string): void {
  const text = readFileSync(join(content, FILE), "utf8");
  expect(text).toMatch(from);
  writeFileSync(join(content, FILE), text.replace(from, to));
}

async function audit(contentDir: string, more: Partial<AuditFlags> = {}) {
  let said = "";
  const write = (text: string) => (said += text);
  const code = await run({
    flags: { format: "console", ...more },
    contentDir,
    now: epochOf("2026-04-01T08:00:00Z"),
    quiet: false,
    environment: { color: false },
    write,
    writeError: write,
  } as unknown as CommandContext<AuditFlags>);
  return { code, said };
}

test("what moved after an incident was closed is told with how far, when, and what it did to the figures", async () => {
  const folder = contentFolder();
  const resolved = /resolved: (\S+)/.exec(readFileSync(join(folder.content, FILE), "utf8"))![1]!;
  const later = new Date(epochOf(resolved) - 600_000).toISOString().replace(".000Z", "Z");
  commit(folder, "15");
  edit(folder, /(resolved: \S+)/, "$1\n  closed: 2026-03-20T09:00:00Z");
  commit(folder, "20");
  expect((await audit(folder.content)).said).toBe(
    "No milestone moved after its incident was closed: 1 closed incident was compared.\n",
  );
  edit(folder, /resolved: \S+/, `resolved: ${later}`);
  commit(folder, "25");
  const { code, said } = await audit(folder.content);
  expect(code).toBe(0);
  expect(said).toMatch(
    new RegExp(
      `^2026-03-14-checkout-timeouts: resolved moved 10 min earlier, ${resolved} → ${later} \\([0-9a-f]{7}, 2026-03-25\\)\\n`,
    ),
  );
  // From 17:38 to 18:12, and to 18:02 once it was moved.
  expect(said).toContain(
    "What that did to the figures from 2025-04-01 to 2026-04-01:\n  Time to restore: median 34 min (n = 1) as closed, median 24 min (n = 1) now\n",
  );
  expect(JSON.parse((await audit(folder.content, { format: "json" })).said)).toMatchObject({
    history: "whole",
    closed: 1,
    moves: [{ milestone: "resolved", by: -600_000 }],
  });

  const clone = contentFolder();
  execFileSync(
    "git",
    ["clone", "-q", "--depth", "1", pathToFileURL(folder.root).href, join(clone.root, "clone")],
    { stdio: "pipe" },
  );
  expect((await audit(join(clone.root, "clone", "content"))).said).toMatch(
    /^The history is shallow: it begins on 2026-03-25, and what moved before is not seen/,
  );
});

test("a folder without history says that nothing can be said", async () => {
  const folder = contentFolder();
  expect(await audit(folder.content)).toEqual({
    code: 0,
    said: "The content folder lies in no git repository, so nothing can be said about what moved.\n",
  });
});
