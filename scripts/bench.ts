// `npm run bench [-- N …]`: what check and build cost for N made documents, and Hugo on the same ones where it is installed.
import { appendFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { accessSync, constants } from "node:fs";
import { BASE_FILES, makeDocuments, writeContent } from "./bench/make-content.ts";
import { writeHugo } from "./bench/make-hugo.ts";
import { type Measured, measure } from "./bench/measure.ts";

const PROGRAM = join(import.meta.dirname, "tidemark.ts");
const counts = process.argv.slice(2).map(Number).filter((count) => count > 0);
const hugo = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, "hugo")).find(isProgram);

print(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown processor"}; ${hugo ? "Hugo from PATH" : "no Hugo on PATH"}`);
for (const count of counts.length > 0 ? counts : [1000, 5000]) await bench(count);

async function bench(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "tidemark-bench-"));
  try {
    const documents = makeDocuments(count);
    const words = documents.reduce((sum, { body }) => sum + body.split(/\s+/).length, 0) / documents.length;
    writeContent(join(folder, "content"), documents, BASE_FILES);
    writeHugo(join(folder, "hugo"), documents);
    print(`\n${count} documents of about ${Math.round(words)} words\n${"".padEnd(26)}${"wall s".padStart(8)}${"CPU s".padStart(8)}${"MB".padStart(8)}  pages written`);
    const changed = join(folder, "content", "incidents", readdirSync(join(folder, "content", "incidents"))[3]!);
    const tidemark = (...verbs: string[]) => measure(process.execPath, [PROGRAM, ...verbs, "--content", join(folder, "content")], folder, { TIDEMARK_DEBUG: "1" });
    row("check, cold", await tidemark("check"));
    row("check, unchanged", await tidemark("check"));
    appendFileSync(changed, "\nOne more sentence.\n");
    row("check, one changed", await tidemark("check"));
    rmSync(join(folder, ".cache"), { recursive: true });
    const cold = row("build, cold", await tidemark("build"));
    row("build, unchanged", await tidemark("build"));
    appendFileSync(changed, "\nAnd another one.\n");
    const warm = row("build, one changed", await tidemark("build"));
    if (!hugo) return;
    const hugoCold = row("Hugo, cold", await measure(hugo, ["--quiet"], join(folder, "hugo")));
    appendFileSync(join(folder, "hugo", "content", "incidents", readdirSync(join(folder, "hugo", "content", "incidents"))[3]!), "\nOne more sentence.\n");
    const hugoWarm = row("Hugo, one changed", await measure(hugo, ["--quiet"], join(folder, "hugo")));
    print(`build ÷ Hugo without search, CPU: cold ${ratio(cold, hugoCold)}, one changed ${ratio(warm, hugoWarm)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Prints a run; the search index stands on a line of its own. Returns the CPU seconds without it. */
function row(name: string, run: Measured): number | undefined {
  const search = /search\s+(\d+) ms wall\s+(\d+) ms CPU/.exec(run.output);
  const searchWall = Number(search?.[1] ?? 0) / 1000;
  const searchCpu = Number(search?.[2] ?? 0) / 1000;
  const cpu = run.cpuSeconds === undefined ? undefined : run.cpuSeconds - searchCpu;
  const pages = /\((\d+) drawn anew\)/.exec(run.output)?.[1] ?? "";
  line(name, run.wallSeconds - searchWall, cpu, run.peakMegabytes, pages);
  if (searchCpu > 0.05) line("  + search index", searchWall, searchCpu, undefined, "");
  return cpu;
}

function line(name: string, wall: number, cpu: number | undefined, megabytes: number | undefined, pages: string): void {
  print(`${name.padEnd(26)}${wall.toFixed(2).padStart(8)}${(cpu?.toFixed(2) ?? "—").padStart(8)}${(megabytes?.toFixed(0) ?? "—").padStart(8)}  ${pages}`);
}

function ratio(ours: number | undefined, theirs: number | undefined): string {
  return ours === undefined || theirs === undefined ? "—" : `${(ours / theirs).toFixed(2)} ×`;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
