import { YAMLException } from "js-yaml";
import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Finding, Spot } from "../finding.ts";
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
  const document = yaml.length > MAX_EXPLAINED ? undefined : parsed(yaml);
  const lines = lineCounterOf(yaml);
  const spotAt = (offset: number): Spot => {
    const place = lines.linePos(offset);
    return { file, line: place.line + firstLine - 1, column: place.col };
  };
  const all = document ? [...duplicateKeys(document, spotAt), ...syntaxErrors(document, spotAt)] : [];
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

type SpotAt = (offset: number) => Spot;

function syntaxErrors({ errors }: Document.Parsed, spotAt: SpotAt): Finding[] {
  return errors.map(({ message, pos }) => {
    const said = message.replace(/\s+/g, " ").replace(/\.$/, "");
    return { code: "yaml-syntax", message: `Unexpected YAML: ${said}`, help: HELP, spot: spotAt(pos[0]) };
  });
}

/** Keys that stand twice in a mapping, with the place of the first; the parser's own search takes time with their square. */
function duplicateKeys(document: Document.Parsed, spotAt: SpotAt): Finding[] {
  const findings: Finding[] = [];
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
      else
        findings.push({
          code: "yaml-duplicate-key",
          message: "Unexpected second value for the same key, expected each key once",
          spot: spotAt(key.range[0]),
          related: [{ spot: spotAt(known), message: "the first value stands here" }],
        });
    }
  };
  visit(document.contents);
  return findings;
}

/** The text as the tolerant parser sees it; `undefined` where it is too deep for it. */
function parsed(yaml: string): Document.Parsed | undefined {
  try {
    const document = parseDocument(yaml, {
      prettyErrors: false,
      uniqueKeys: false,
      strict: true,
      logLevel: "silent",
    });
    return document.errors.some(({ message }) => message.includes("call stack")) ? undefined : document;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
