import { CST, isMap, isPair, isScalar, isSeq, Lexer, LineCounter, type Document, type Node, parseDocument } from "yaml";
import type { FieldPath, Finding } from "../finding.ts";
import { dataLimits } from "./limits.ts";

/** Values of a YAML text, or what is wrong with it. */
export interface YamlReading {
  readonly value?: unknown;
  readonly findings: readonly Finding[];
}

/** YAML 1.2 without anchors, aliases, tags and duplicate keys → plain values; `firstLine` is where it begins in its file. */
export function readYaml(file: string, yaml: string, firstLine: number): YamlReading {
  const limit = dataLimits(file, yaml, firstLine);
  if (limit) return { findings: [limit] };
  const forbidden = /[&*!]/.test(yaml) ? forbiddenTokens(file, yaml, firstLine) : [];
  if (forbidden.length > 0) return { findings: forbidden };
  const document = parseDocument(yaml, { prettyErrors: false, uniqueKeys: true, strict: true, logLevel: "silent" });
  const problems = [...document.errors, ...document.warnings];
  if (problems.length > 0) {
    const lines = lineCounterOf(yaml);
    return { findings: problems.map((problem) => syntaxFinding(file, problem, lines, firstLine)) };
  }
  if (document.contents !== null && !isMap(document.contents)) {
    const message = "Unexpected list or text, expected fields such as `title: …`";
    return { findings: [{ code: "yaml-syntax", message, spot: { file, line: firstLine, column: 1 } }] };
  }
  const keys = forbiddenKeys(file, document, yaml, firstLine);
  if (keys.length > 0) return { findings: keys };
  return { value: document.toJS({ maxAliasCount: 0 }) ?? {}, findings: [] };
}

/** Line and column, both from 1, of a field in a YAML text; an absent field stands for its nearest parent. */
export function placeOfField(yaml: string, path: FieldPath, firstLine: number, name = false): { line: number; column: number } {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, logLevel: "silent" });
  let node: unknown = document.contents;
  let offset = 0;
  for (const [index, step] of path.entries()) {
    const last = index === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && String((item.key as Node & { value?: unknown })?.value) === String(step));
      if (!pair) break;
      const key = pair.key as Node;
      const value = pair.value as Node | null;
      offset = (last && !name && isScalar(value) && value.range ? value.range[0] : key.range?.[0]) ?? offset;
      node = value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)] as Node | undefined;
      if (!item) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  const place = lines.linePos(offset);
  return { line: place.line + firstLine - 1, column: place.col };
}

const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype", "<<"]);

function forbiddenKeys(file: string, document: Document, yaml: string, firstLine: number): Finding[] {
  if (!/__proto__|constructor|prototype|<</.test(yaml)) return [];
  const lines = lineCounterOf(yaml);
  const findings: Finding[] = [];
  const walk = (node: unknown): void => {
    if (isMap(node))
      for (const pair of node.items) {
        const key = String((pair.key as Node & { value?: unknown })?.value);
        const place = lines.linePos((pair.key as Node).range?.[0] ?? 0);
        if (FORBIDDEN_KEYS.has(key))
          findings.push({ code: "yaml-forbidden-key", message: `Unexpected key \`${key}\`, which no file may use`, spot: { file, line: place.line + firstLine - 1, column: place.col } });
        walk(pair.value);
      }
    else if (isSeq(node)) for (const item of node.items) walk(item);
  };
  walk(document.contents);
  return findings;
}

/** Anchors, aliases and tags are refused before anything resolves them. */
function forbiddenTokens(file: string, yaml: string, firstLine: number): Finding[] {
  const findings: Finding[] = [];
  const lines = lineCounterOf(yaml);
  let offset = 0;
  for (const token of new Lexer().lex(yaml)) {
    const type = CST.tokenType(token);
    if (type === "anchor" || type === "alias" || type === "tag") {
      const place = lines.linePos(offset);
      const code = type === "tag" ? "yaml-tag" : "yaml-anchor";
      const message = `Unexpected ${type} \`${token.slice(0, 40)}\`, expected the value itself`;
      findings.push({ code, message, help: "Write the value out, or put it in quotes if it is text.", spot: { file, line: place.line + firstLine - 1, column: place.col } });
      if (findings.length === 20) break;
    }
    if (!(token.length === 1 && "\u0002\u0018\u001f\ufeff".includes(token))) offset += token.length;
  }
  return findings;
}

function syntaxFinding(file: string, problem: { code: string; message: string; pos: [number, number] }, lines: LineCounter, firstLine: number): Finding {
  const place = lines.linePos(problem.pos[0]);
  const spot = { file, line: place.line + firstLine - 1, column: place.col };
  if (problem.code === "DUPLICATE_KEY") return { code: "yaml-duplicate-key", message: "Unexpected second value for the same key, expected each key once", spot };
  return { code: "yaml-syntax", message: `Unexpected YAML: ${problem.message.replace(/\s+/g, " ").replace(/\.$/, "")}`, spot };
}

function lineCounterOf(yaml: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = yaml.indexOf("\n"); at !== -1; at = yaml.indexOf("\n", at + 1)) lines.addNewLine(at + 1);
  return lines;
}
