// `tidemark diagrams`: read the content → draw what is missing → write → take away what nobody needs → report.
import { join } from "node:path";
import { drawDiagrams } from "../src/adapters/browser/draw-diagrams.ts";
import { findBrowser } from "../src/adapters/browser/find-browser.ts";
import type { Diagnostic } from "../src/core/diagnostic.ts";
import { allDiagrams, missingDiagrams, type PlacedDiagram } from "../src/core/knowledge-base/diagrams-of.ts";
import { locate } from "../src/core/locate.ts";
import { reportConsole } from "../src/core/reports/console.ts";
import { type Content, cacheFolderOf, readContent } from "../src/loader/read-content.ts";
import { svgProblem } from "../src/loader/svg-problem.ts";
import { removeDiagram, standingDiagrams, writeDiagram } from "../src/loader/write-diagrams.ts";
import type { CommandContext, DiagramsFlags, ExitCode } from "./command.ts";
import { unreadableDiagrams } from "./diagrams/unreadable-diagrams.ts";

/** Draws the diagrams whose drawings are missing and removes drawings that no diagram needs; all of them or none. */
export async function run(context: CommandContext<DiagramsFlags>): Promise<ExitCode> {
  const content = readContent(context.contentDir, cacheFolderOf(context.contentDir));
  const { knowledgeBase } = content;
  const errors = content.diagnostics.filter(({ severity }) => severity === "error");
  if (!knowledgeBase || errors.length > 0) return refuse(context, content, errors);
  const missing = onePerDrawing(missingDiagrams(knowledgeBase));
  const unreadable = await unreadableDiagrams(content, missing);
  if (unreadable.length > 0) return refuse(context, content, unreadable);
  const needed = new Set(allDiagrams(knowledgeBase).map(({ path }) => path));
  const unneeded = standingDiagrams(content.folder).filter((path) => !needed.has(path));
  if (!context.flags.dryRun) {
    const drawn = missing.length === 0 ? [] : await draw(context, content, missing);
    if (typeof drawn === "number") return drawn;
    for (const { path, svg } of drawn) writeDiagram(content.folder, path, svg);
    for (const path of unneeded) removeDiagram(content.folder, path);
  }
  if (!context.quiet) context.write(reportOf(context, content, missing, unneeded, needed.size));
  return 0;
}

/** Several entries may show the same diagram. */
function onePerDrawing(diagrams: readonly PlacedDiagram[]): PlacedDiagram[] {
  return [...new Map(diagrams.map((diagram) => [diagram.path, diagram])).values()];
}

async function draw(
  context: CommandContext<DiagramsFlags>,
  content: Content,
  missing: readonly PlacedDiagram[],
): Promise<{ path: string; svg: string }[] | ExitCode> {
  const browser = findBrowser({ platform: process.platform, variables: context.environment.variables });
  if (browser === undefined) {
    context.writeError(
      "Diagrams are drawn by Chromium or Chrome: please install one, or set CHROME_PATH to where it is.\nNothing was written.\n",
    );
    return 4;
  }
  const font = join(context.environment.projectDir, "public", "fonts", "inter-latin.woff2");
  const drawings = await drawDiagrams(
    browser,
    font,
    missing.map(({ source }) => source),
  );
  const findings = missing.flatMap(({ file, diagram }, nth) => {
    const drawing = drawings[nth]!;
    const problem = "problem" in drawing ? drawing.problem : svgProblem(Buffer.from(drawing.svg));
    if (problem === undefined) return [];
    const message = `Unexpected diagram that cannot be shown as a picture: ${problem}`;
    return [{ code: "diagram-syntax", message, spot: { file, diagram } }];
  });
  if (findings.length > 0) return refuse(context, content, locate(findings, content.sourceOf));
  return missing.map(({ path }, nth) => ({ path, svg: (drawings[nth] as { svg: string }).svg }));
}

function refuse(
  context: CommandContext<DiagramsFlags>,
  { files }: Content,
  diagnostics: readonly Diagnostic[],
): ExitCode {
  const { color } = context.environment;
  context.writeError(reportConsole(diagnostics, { files, milliseconds: 0, color, quiet: true }));
  context.writeError("Nothing was written: the content has errors.\n");
  return 1;
}

function reportOf(
  { flags }: CommandContext<DiagramsFlags>,
  content: Content,
  missing: readonly PlacedDiagram[],
  unneeded: readonly string[],
  needed: number,
): string {
  const places = locate(
    missing.map(({ file, diagram }) => ({ code: "diagram-missing", message: "", spot: { file, diagram } })),
    content.sourceOf,
  );
  const [drew, took] = flags.dryRun ? ["Would draw", "Would remove"] : ["Drew", "Removed"];
  const lines = [
    ...missing.map(({ path }, nth) => `${drew} ${path} for ${places[nth]!.file}:${places[nth]!.line ?? "?"}`),
    ...unneeded.map((path) => `${took} ${path}, which no diagram needs`),
    `${needed} diagrams: ${missing.length} ${flags.dryRun ? "to draw" : "drawn"}, ${needed - missing.length} drawn before, ${unneeded.length} ${flags.dryRun ? "to remove" : "removed"}.`,
  ];
  return `${lines.join("\n")}\n`;
}
