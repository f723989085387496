import { CORE_SCHEMA, load, YAMLException } from "js-yaml";
import { CST, isMap, isPair, isScalar, isSeq, Lexer, LineCounter, type Node, parseDocument, visit } from "yaml";
import type { FieldPath, Finding } from "../finding.ts";
import { dataLimits } from "./limits.ts";

/** Values of a YAML text, or what is wrong with it. */
export interface YamlReading {
  readonly value?: unknown;
  readonly findings: readonly Finding[];
}

/**
 * YAML 1.2 without anchors, aliases, tags and duplicate keys → plain values; `firstLine` is where it begins in its file.
 * Values come from js-yaml alone, which is fast; yaml is asked only where something stands, and what all is wrong.
 */
export function readYaml(file: string, yaml: string, firstLine: number): YamlReading {
  const limit = dataLimits(file, yaml, firstLine);
  if (limit) return { findings: [limit] };
  const forbidden = /[&*!]/.test(yaml) ? forbiddenTokens(file, yaml, firstLine) : [];
  if (forbidden.length > 0) return { findings: forbidden };
  let value: unknown;
  try {
    value = yaml.trim() === "" ? null : load(yaml, { schema: CORE_SCHEMA });
  } catch (error) {
    return { findings: syntaxFindings(file, yaml, error, firstLine) };
  }
  if (value !== null && (typeof value !== "object" || Array.isArray(value))) {
    const message = "Unexpected list or text, expected fields such as `title: …`";
    return { findings: [{ code: "yaml-syntax", message, spot: { file, line: firstLine, column: 1 } }] };
  }
  const keys = forbiddenKeys(file, yaml, firstLine);
  return keys.length > 0 ? { findings: keys } : { value: value ?? {}, findings: [] };
}

/** All problems of a text that does not parse; the parser that reads values stops at the first, the other one goes on. */
function syntaxFindings(file: string, yaml: string, error: unknown, firstLine: number): Finding[] {
  const lines = lineCounterOf(yaml);
  const { errors } = parseDocument(yaml, { prettyErrors: false, uniqueKeys: true, strict: true, logLevel: "silent" });
  if (errors.length > 0) return errors.map((problem) => syntaxFinding(file, yaml, problem, lines, firstLine));
  if (!(error instanceof YAMLException)) throw error;
  const spot = { file, line: (error.mark?.line ?? 0) + firstLine, column: (error.mark?.column ?? 0) + 1 };
  return [{ code: "yaml-syntax", message: `Unexpected YAML: ${error.reason}`, spot }];
}

/** Finds fields in a YAML text that was parsed once with positions: line and column from 1; an absent field stands for its nearest parent. */
export function fieldPlaces(yaml: string, firstLine: number): (path: FieldPath, name?: boolean) => { line: number; column: number } {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, logLevel: "silent" });
  return (path, name = false) => {
    const place = lines.linePos(offsetOf(document.contents, path, name));
    return { line: place.line + firstLine - 1, column: place.col };
  };
}

/** Where a field begins: its value if that is plain, its name if it is a mapping or list or the name is asked for. */
function offsetOf(contents: unknown, path: FieldPath, name: boolean): number {
  let node: unknown = contents;
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
  return offset;
}

const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype", "<<"]);

function forbiddenKeys(file: string, yaml: string, firstLine: number): Finding[] {
  if (!/__proto__|constructor|prototype|<</.test(yaml)) return [];
  const document = parseDocument(yaml, { prettyErrors: false, logLevel: "silent" });
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

function syntaxFinding(file: string, yaml: string, problem: { code: string; message: string; pos: [number, number] }, lines: LineCounter, firstLine: number): Finding {
  const place = lines.linePos(problem.pos[0]);
  const spot = { file, line: place.line + firstLine - 1, column: place.col };
  if (problem.code === "DUPLICATE_KEY") {
    const related = firstOfKey(yaml, problem.pos[0]).map((offset) => {
      const first = lines.linePos(offset);
      return { spot: { file, line: first.line + firstLine - 1, column: first.col }, message: "the first value stands here" };
    });
    return { code: "yaml-duplicate-key", message: "Unexpected second value for the same key, expected each key once", spot, related };
  }
  const message = `Unexpected YAML: ${problem.message.replace(/\s+/g, " ").replace(/\.$/, "")}`;
  return { code: "yaml-syntax", message, help: "Text that holds a colon, a hash or a quote mark is safe between quotes.", spot };
}

/** Offset of the first key in the mapping whose second key of that name stands at an offset. */
function firstOfKey(yaml: string, offset: number): number[] {
  const found: number[] = [];
  visit(parseDocument(yaml, { prettyErrors: false, uniqueKeys: false, logLevel: "silent" }), {
    Map(_key, map) {
      const keys = map.items.map((pair) => pair.key as Node & { value?: unknown });
      const second = keys.find((key) => key?.range?.[0] === offset);
      const first = second && keys.find((key) => key?.value === second.value);
      if (first?.range && first !== second) found.push(first.range[0]);
    },
  });
  return found;
}

function lineCounterOf(yaml: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = yaml.indexOf("\n"); at !== -1; at = yaml.indexOf("\n", at + 1)) lines.addNewLine(at + 1);
  return lines;
}
