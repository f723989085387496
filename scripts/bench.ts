// `npm run bench [-- N …]`: what check and build cost for N made documents, and Hugo on the same ones where it is installed;
// `npm run bench -- status [N …]`: the fast lane alone over N public incidents;
// `npm run bench -- numbers [N …]`: what all figures of all pages cost for up to ten thousand incidents.
import { accessSync, appendFileSync, constants, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { BASE_FILES, makeDocuments, writeContent } from "./bench/make-content.ts";
import { writeHugo } from "./bench/make-hugo.ts";
import { type Measured, measure } from "./bench/measure.ts";
import { benchNumbers } from "./bench/numbers.ts";
import { measureStatusLane } from "./bench/status-lane.ts";

/** Steps that stand on a line of their own: the index is skipped when nothing of it changed, the templates are compiled once a version. */
const APART = [
  { phase: "search", name: "  + search index" },
  { phase: "compile site", name: "  + templates, once" },
] as const;

const PROGRAM = join(import.meta.dirname, "tidemark.ts");
const counts = process.argv
  .slice(2)
  .map(Number)
  .filter((count) => count > 0);
const hugo = (process.env.PATH ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "hugo"))
  .find(isProgram);

print(
  `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown processor"}; ${hugo ? "Hugo from PATH" : "no Hugo on PATH"}`,
);
const lane = process.argv.includes("status");
const numbers = process.argv.includes("numbers");
if (numbers) benchNumbers(print, counts);
if (!lane && !numbers) for (const count of counts.length > 0 ? counts : [1000, 5000]) await bench(count);
if (!numbers)
  for (const count of lane && counts.length > 0 ? counts : [100, 10_000]) await benchStatus(count);

/** The fast lane beside an empty Astro build of the same run, over the public site as it stands on a real day. */
async function benchStatus(count: number): Promise<void> {
  print(
    `\nthe fast lane over ${count} public incidents\n${"".padEnd(26)}${"wall s".padStart(8)}${"CPU s".padStart(8)}${"MB".padStart(8)}`,
  );
  const rows = await measureStatusLane(count);
  for (const { name, run } of rows) line(name, run.wallSeconds, run.cpuSeconds, run.peakMegabytes, "");
  const of = (name: string) => rows.find((each) => each.name === name)?.run.cpuSeconds;
  const empty = of("empty Astro build");
  const against = (name: string) => ratio(of(name), empty);
  print(
    `status build ÷ empty Astro build, CPU: nothing changed ${against("status, nothing changed")}, one changed ${against("status, one changed")}, one again ${against("status, one again")}; without any cache ${against("status, one, no cache")}`,
  );
}
async function bench(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "tidemark-bench-"));
  try {
    const documents = makeDocuments(count);
    const words = documents.reduce((sum, { body }) => sum + body.split(/\s+/).length, 0) / documents.length;
    writeContent(join(folder, "content"), documents, BASE_FILES);
    writeHugo(join(folder, "hugo"), documents);
    print(
      `\n${count} documents of about ${Math.round(words)} words\n${"".padEnd(26)}${"wall s".padStart(8)}${"CPU s".padStart(8)}${"MB".padStart(8)}  pages written`,
    );
    const changed = join(
      folder,
      "content",
      "incidents",
      readdirSync(join(folder, "content", "incidents"))[3]!,
    );
    const tidemark = (...verbs: string[]) =>
      measure(process.execPath, [PROGRAM, ...verbs, "--content", join(folder, "content")], folder, {
        TIDEMARK_DEBUG: "1",
      });
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
    appendFileSync(
      join(
        folder,
        "hugo",
        "content",
        "incidents",
        readdirSync(join(folder, "hugo", "content", "incidents"))[3]!,
      ),
      "\nOne more sentence.\n",
    );
    const hugoWarm = row("Hugo, one changed", await measure(hugo, ["--quiet"], join(folder, "hugo")));
    print(
      `build without the steps apart ÷ Hugo, CPU: cold ${ratio(cold, hugoCold)}, one changed ${ratio(warm, hugoWarm)}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Prints a run and the steps apart from it. Returns the CPU seconds without them. */
function row(name: string, run: Measured): number | undefined {
  const apart = APART.map((step) => {
    const found = new RegExp(`${step.phase}\\s+(\\d+) ms wall\\s+(\\d+) ms CPU`).exec(run.output);
    return { ...step, wall: Number(found?.[1] ?? 0) / 1000, cpu: Number(found?.[2] ?? 0) / 1000 };
  });
  const wall = run.wallSeconds - apart.reduce((sum, step) => sum + step.wall, 0);
  const cpu =
    run.cpuSeconds === undefined
      ? undefined
      : run.cpuSeconds - apart.reduce((sum, step) => sum + step.cpu, 0);
  line(name, wall, cpu, run.peakMegabytes, /\((\d+) drawn anew\)/.exec(run.output)?.[1] ?? "");
  for (const step of apart) if (step.cpu > 0.05) line(step.name, step.wall, step.cpu, undefined, "");
  return cpu;
}

function line(
  name: string,
  wall: number,
  cpu: number | undefined,
  megabytes: number | undefined,
  pages: string,
): void {
  print(
    `${name.padEnd(26)}${wall.toFixed(2).padStart(8)}${(cpu?.toFixed(2) ?? "—").padStart(8)}${(megabytes?.toFixed(0) ?? "—").padStart(8)}  ${pages}`,
  );
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

// Last, as it wants a browser: what it takes to see the status page.
if (!numbers) {
  const { benchStatusPage } = await import("./bench/status-page.ts");
  await benchStatusPage(join(import.meta.dirname, ".."), print);
}
