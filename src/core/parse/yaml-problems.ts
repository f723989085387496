import { YAMLException } from "js-yaml";
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Finding } from "../finding.ts";
import { MAX_DATA_DEPTH } from "./limits.ts";

/** Longest text of which all problems are told; the parser that goes on after the first one is slow. */
const MAX_EXPLAINED = 64 * 1024;
const MOST_PROBLEMS = 20;
const HELP = "Text that holds a colon, a hash or a quote mark is safe between quotes.";

/** All problems of a text that does not parse; the parser that reads values stops at the first, the other one goes on. */
export function yamlProblems(file: string, yaml: string, error: unknown, firstLine: number): Finding[] {
  if (!(error instanceof YAMLException)) throw error;
  const spot = { file, line: (error.mark?.line ?? 0) + firstLine, column: (error.mark?.column ?? 0) + 1 };
  if (error.reason.includes("maxDepth"))
    return [
      {
        code: "nesting-too-deep",
        message: `Unexpected nesting, expected at most ${MAX_DATA_DEPTH} levels`,
        spot,
      },
    ];
  const all =
    yaml.length > MAX_EXPLAINED
      ? []
      : [...duplicateKeys(file, yaml, firstLine), ...syntaxErrors(file, yaml, firstLine)];
  return all.length > 0
    ? all.slice(0, MOST_PROBLEMS)
    : [{ code: "yaml-syntax", message: `Unexpected YAML: ${error.reason}`, help: HELP, spot }];
}

/** Lines of a text by offset. */
export function lineCounterOf(yaml: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = yaml.indexOf("\n"); at !== -1; at = yaml.indexOf("\n", at + 1)) lines.addNewLine(at + 1);
  return lines;
}

function syntaxErrors(file: string, yaml: string, firstLine: number): Finding[] {
  const lines = lineCounterOf(yaml);
  return parsed(yaml)
    .errors.filter(({ message }) => !message.includes("call stack"))
    .map(({ message, pos }) => {
      const place = lines.linePos(pos[0]);
      const said = message.replace(/\s+/g, " ").replace(/\.$/, "");
      return {
        code: "yaml-syntax",
        message: `Unexpected YAML: ${said}`,
        help: HELP,
        spot: { file, line: place.line + firstLine - 1, column: place.col },
      };
    });
}

/** Keys that stand twice in a mapping, with the place of the first; the parser's own search takes time with their square. */
function duplicateKeys(file: string, yaml: string, firstLine: number): Finding[] {
  const lines = lineCounterOf(yaml);
  const findings: Finding[] = [];
  const spot = (offset: number) => {
    const place = lines.linePos(offset);
    return { file, line: place.line + firstLine - 1, column: place.col };
  };
  const visit = (node: unknown): void => {
    if (isSeq(node)) for (const item of node.items) visit(item);
    if (!isMap(node)) return;
    const first = new Map<string, number>();
    for (const { key, value } of node.items) {
      visit(value);
      if (!isScalar(key) || !key.range) continue;
      const name = String(key.value);
      const known = first.get(name);
      if (known === undefined) first.set(name, key.range[0]);
      else {
        const related = [{ spot: spot(known), message: "the first value stands here" }];
        findings.push({
          code: "yaml-duplicate-key",
          message: "Unexpected second value for the same key, expected each key once",
          spot: spot(key.range[0]),
          related,
        });
      }
    }
  };
  visit(parsed(yaml).contents);
  return findings;
}

function parsed(yaml: string): ReturnType<typeof parseDocument> {
  return parseDocument(yaml, { prettyErrors: false, uniqueKeys: false, strict: true, logLevel: "silent" });
}
