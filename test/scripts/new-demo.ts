import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { CommandContext, NewFlags } from "../../scripts/command.ts";
import { run } from "../../scripts/new.ts";
import { check } from "../../src/core/check.ts";
import { epochOf } from "../../src/core/time.ts";
import { cacheFolderOf, readContent } from "../../src/loader/read-content.ts";

const project = resolve(import.meta.dirname, "../..");
const now = epochOf("2026-10-01T09:00:00Z");

/** A copy of the demo's content in a folder of its own, and `tidemark new` in it. */
export function newDemo() {
  const demo = mkdtempSync(join(tmpdir(), "tidemark-new-"));
  const contentDir = join(demo, "content");
  cpSync(join(project, "content"), contentDir, { recursive: true });
  return { demo, contentDir, begun, problems, remove: () => rmSync(demo, { recursive: true }) };

  /** What the command ends with, writes and says. */
  async function begun(flags: Omit<NewFlags, "dryRun">, folder = contentDir) {
    let written = "";
    let said = "";
    const context: CommandContext<NewFlags> = {
      flags: { dryRun: false, ...flags },
      contentDir: folder,
      now,
      quiet: true,
      environment: {
        workingDir: demo,
        projectDir: project,
        nodePath: process.execPath,
        color: false,
        ci: false,
        debug: false,
        variables: {},
      },
      github: { address: "https://api.github.com" },
      signal: new AbortController().signal,
      write: (text) => (written += text),
      writeError: (text) => (said += text),
    };
    const code = await run(context);
    return { code, written, said };
  }

  /** What the check says of the copy. */
  function problems(): string[] {
    const content = readContent(contentDir, cacheFolderOf(contentDir));
    return check(content.knowledgeBase, content.diagnostics, content.sourceOf, now).map(
      ({ severity, code, file, message }) => `${severity} ${code} ${file} ${message}`,
    );
  }
}
