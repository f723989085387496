import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { acquireLock } from "../../src/locks/lock.ts";
import { contentFolder, digestsOf, writeFiles } from "../support/content-folder.ts";
import { textsIn } from "../support/corpora.ts";
import { runCheck, runTidemark } from "../support/run-tidemark.ts";

const fixtures = resolve(import.meta.dirname, "../fixtures/import");

/** An empty place with a folder of sources; both go after the test. */
function place(files: Parameters<typeof writeFiles>[1] = {}): {
  root: string;
  content: string;
  source: string;
} {
  const root = mkdtempSync(join(tmpdir(), "tidemark-import-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const source = join(root, "reports-of-us");
  mkdirSync(source);
  writeFiles(source, files);
  return { root, source, content: join(root, "content") };
}

function importInto(content: string, source: string, kind = "postmortem", ...words: string[]) {
  return runTidemark(["import", "markdown", source, "--kind", kind, "--out", content, ...words]);
}

test("an import into nothing makes a content folder that passes the check, and the same import again changes nothing", async () => {
  const { root, content } = place();
  const first = await importInto(content, join(fixtures, "postmortems"));
  expect([first.code, first.stderr]).toEqual([0, ""]);
  expect(first.stdout).toContain(
    "import/postmortems/2026/2026-02-01-slow-pages.md:11 problems, impossible-date: 2026-02-30 is on no calendar",
  );
  expect(first.stdout).toContain(
    "import/postmortems/README.md: left out, it describes the folder, not an incident",
  );
  expect((await importInto(content, join(fixtures, "runbooks"), "runbook")).code).toBe(0);
  const { code, diagnostics } = await runCheck({ root, content });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(code).toBe(0);
  const before = digestsOf(content);
  const again = await importInto(content, join(fixtures, "postmortems"));
  expect(again.stdout).toContain("documents: 3 unchanged");
  expect(digestsOf(content)).toEqual(before);
});

test("an import waits for another command that writes content, and a trial run waits for none", async () => {
  const { root, content } = place();
  const other = acquireLock(join(root, ".cache", "tidemark", "writing.lock"), Date.now(), "Another command");
  const source = join(fixtures, "postmortems");
  expect((await importInto(content, source, "postmortem", "--dry-run")).code).toBe(0);
  const run = importInto(content, source);
  await pause(1500);
  expect(existsSync(content)).toBe(false);
  other.release();
  expect((await run).code).toBe(0);
  expect(existsSync(join(content, "incidents"))).toBe(true);
});

test("a trial run reports and writes nothing", async () => {
  const { content } = place();
  const run = await importInto(content, join(fixtures, "postmortems"), "postmortem", "--dry-run");
  expect([run.code, existsSync(content)]).toEqual([0, false]);
  expect(run.stdout).toContain("nothing was written");
});

test("the report as JSON has files, notes with lines, and totals", async () => {
  const { content } = place();
  const { stdout } = await importInto(
    content,
    join(fixtures, "postmortems"),
    "postmortem",
    "--format",
    "json",
  );
  const { files, totals } = JSON.parse(stdout);
  expect(totals).toMatchObject({ files: 5, leftOut: 3, documents: { new: 3 } });
  const checkout = files.find(({ from }: { from: string }) => from.endsWith("checkout-timeouts.md"));
  expect(checkout.to).toEqual([
    { path: "postmortems/2026-03-14-checkout-timeouts.mdx", state: "new" },
    { path: "incidents/2026-03-14-checkout-timeouts.mdx", state: "new" },
  ]);
  expect(checkout.notes).toContainEqual({
    group: "dropped",
    what: "comment",
    line: 9,
    text: "<!-- reviewed with the team on Monday -->",
  });
});

test("a source that changed updates its entry; an entry that somebody edited is left alone", async () => {
  const { content, source } = place({ "a.md": "# A\n\nfirst\n", "b.md": "# B\n\nfirst\n" });
  await importInto(content, source);
  writeFiles(source, { "a.md": "# A\n\nsecond\n", "b.md": "# B\n\nsecond\n" });
  const edited = `${readFileSync(join(content, "postmortems/b.mdx"), "utf8")}\nby hand\n`;
  writeFiles(content, { "postmortems/b.mdx": edited });
  const run = await importInto(content, source);
  expect(run.stdout).toContain("postmortems/a.mdx (updated, since its source changed)");
  expect(run.stdout).toContain("postmortems/b.mdx (left alone: somebody edited it since it was imported)");
  expect(readFileSync(join(content, "postmortems/a.mdx"), "utf8")).toContain("second");
  expect(readFileSync(join(content, "postmortems/b.mdx"), "utf8")).toBe(edited);
});

test("entries of others, and a folder's own words and people, are left as they are", async () => {
  const { content, root } = contentFolder();
  const source = join(root, "reports-of-us");
  mkdirSync(source);
  const name = Object.keys(digestsOf(join(content, "postmortems")))[0]!;
  writeFiles(source, {
    [name.replace(".mdx", ".md")]:
      "# Mine\n\n- Started: 2026-03-14 12:02 UTC\n- Detected: 2026-03-14 12:03 UTC\n- Resolved: 2026-03-14 12:50 UTC\n- Severity: P1\n",
  });
  const before = digestsOf(content);
  const run = await importInto(content, source);
  expect(run.stdout).toContain(`postmortems/reports-of-us-${name} (new)`);
  expect(digestsOf(content)).toMatchObject(before);
  const { diagnostics } = await runCheck({ root, content });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("links, binary files, other encodings and devices are named and never read", async () => {
  const { content, source, root } = place({
    "a.md": "# A\n\n![x](link.png) ![y](evil.png) [z](../outside.md)\n",
    "binary.md": "a\u0000b",
    "latin.md": Uint8Array.from([0x23, 0x20, 0xe4]),
    "big.md": "a ".repeat(300_000),
    "evil.png": "export default process.exit(1)",
  });
  writeFileSync(join(root, "outside.md"), "# canaryoutside1");
  symlinkSync(join(root, "outside.md"), join(source, "link.md"));
  symlinkSync("/etc/passwd", join(source, "link.png"));
  symlinkSync(root, join(source, "loop"));
  const run = await importInto(content, source);
  expect(run.code).toBe(0);
  for (const [name, why] of Object.entries({
    "binary.md": "it is binary",
    "latin.md": "its bytes are not UTF-8",
    "big.md": "it has 586 KiB, at most 512 are read",
    "evil.png": "its bytes are no picture of type png",
    "link.md": "it is a symbolic link, which is never followed",
    "link.png": "it is a symbolic link, which is never followed",
    loop: "it is a symbolic link, which is never followed",
  }))
    expect(run.stdout).toContain(`reports-of-us/${name}: left out, ${why}`);
  const written = textsIn(content, () => true).map(({ text }) => text);
  expect(written.join("\n")).not.toMatch(/canaryoutside1|root:x:/);
  expect(Object.keys(digestsOf(content)).filter((path) => path.startsWith("images"))).toEqual([]);
});

test("an import does not write through a link in the content folder", async () => {
  const { content, source, root } = place({ "a.md": "# A" });
  mkdirSync(content);
  mkdirSync(join(root, "elsewhere"));
  symlinkSync(join(root, "elsewhere"), join(content, "postmortems"));
  const run = await importInto(content, source);
  expect(run.code).toBe(1);
  expect(run.stderr).toContain("an import does not write through links");
  expect(digestsOf(join(root, "elsewhere"))).toEqual({});
});

test("a folder that is not there is a usage error, one with nothing in it an error", async () => {
  const { content, source } = place();
  expect((await importInto(content, join(source, "none"))).code).toBe(2);
  const run = await importInto(content, source);
  expect([run.code, existsSync(content)]).toEqual([1, false]);
  expect(run.stderr).toContain("Nothing here could be imported.");
});

test("a content folder whose own words cannot be read is left as it is", async () => {
  const { content } = contentFolder({ "taxonomy.yaml": "severities: 3\n" });
  const before = digestsOf(content);
  const run = await importInto(content, join(fixtures, "postmortems"));
  expect([run.code, digestsOf(content)]).toEqual([1, before]);
  expect(run.stderr).toContain("taxonomy.yaml: ");
});
