import { compareDiagnostics, type Diagnostic, type Place, type Severity } from "../diagnostic.ts";
import { countProblems, type Summary } from "./count-problems.ts";
import { visibleText } from "./visible-text.ts";

/** How the report for a terminal looks. */
export interface ConsoleOptions extends Summary {
  /** Whether words are coloured; every colour comes with a word. */
  readonly color: boolean;
  /** Whether notes and the closing line are left out. */
  readonly quiet: boolean;
}

/** Problems grouped by file, each with its place, weight, sentence, code, help and related places; then one line of counts. */
export function reportConsole(diagnostics: readonly Diagnostic[], options: ConsoleOptions): string {
  const paint = options.color ? painted : plain;
  const shown = options.quiet ? diagnostics.filter(({ severity }) => severity !== "note") : diagnostics;
  const lines: string[] = [];
  let file: string | undefined;
  for (const diagnostic of [...shown].sort(compareDiagnostics)) {
    if (diagnostic.file !== file) {
      if (file !== undefined) lines.push("");
      file = diagnostic.file;
      lines.push(paint("file", visibleText(file)));
    }
    lines.push(...problemLines(diagnostic, paint));
  }
  if (!options.quiet) lines.push(...(lines.length > 0 ? [""] : []), closingLine(diagnostics, options, paint));
  return lines.length > 0 ? `${lines.join("\n")}\n` : "";
}

type Paint = (style: Severity | "file" | "code" | "fine", text: string) => string;

const STYLES = { error: "31", warning: "33", note: "36", file: "1", code: "2", fine: "32" } as const;
const painted: Paint = (style, text) => `\u001b[${STYLES[style]}m${text}\u001b[0m`;
const plain: Paint = (_style, text) => text;

const INDENT = " ".repeat(20);

function problemLines(diagnostic: Diagnostic, paint: Paint): string[] {
  const { severity, message, help, related, code } = diagnostic;
  const place = placeWords(diagnostic).padEnd(9);
  return [
    `  ${place} ${paint(severity, severity.padEnd(7))} ${visibleText(message)}  ${paint("code", code)}`,
    ...(help === undefined ? [] : [`${INDENT}${visibleText(help)}`]),
    ...related.map((other) => `${INDENT}${relatedWords(other)}`),
  ];
}

function relatedWords(other: Place & { readonly message: string }): string {
  const where = other.line === undefined ? other.file : `${other.file}:${placeWords(other)}`;
  return `${visibleText(where)}: ${visibleText(other.message)}`;
}

/** `line:column`; an unknown place is said, not faked. */
function placeWords({ line, column }: Place): string {
  if (line === undefined) return "file";
  return column === undefined ? `${line}` : `${line}:${column}`;
}

function closingLine(
  diagnostics: readonly Diagnostic[],
  { files, milliseconds }: Summary,
  paint: Paint,
): string {
  const counts = countProblems(diagnostics);
  const found = (["error", "warning", "note"] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => paint(severity, numberOf(counts[severity], severity)));
  const words = found.length === 0 ? paint("fine", "No problems") : listOf(found);
  return `${words} in ${numberOf(files, "file")}, ${Math.round(milliseconds)} ms`;
}

function numberOf(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
