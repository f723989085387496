import { CORE_SCHEMA, load } from "js-yaml";
import { CST, Lexer } from "yaml";
import type { Finding } from "../finding.ts";
import { dataLimits, MAX_DATA_DEPTH } from "./limits.ts";
import { oddKeys } from "./odd-keys.ts";
import { lineCounterOf, yamlProblems } from "./yaml-problems.ts";

/** Values of a YAML text, or what is wrong with it. */
export interface YamlReading {
  readonly value?: unknown;
  readonly findings: readonly Finding[];
}

/**
 * YAML 1.2 without anchors, aliases, tags and duplicate keys → plain values; `firstLine` is where it begins in its file.
 * Values come from js-yaml alone, which is fast and takes time in proportion; yaml is asked only where something stands,
 * and what all is wrong.
 */
export function readYaml(file: string, yaml: string, firstLine: number): YamlReading {
  const limit = dataLimits(file, yaml, firstLine);
  if (limit) return { findings: [limit] };
  const forbidden = /[&*!]/.test(yaml) ? forbiddenTokens(file, yaml, firstLine) : [];
  if (forbidden.length > 0) return { findings: forbidden };
  let value: unknown;
  try {
    value = isBlank(yaml)
      ? null
      : load(yaml, { schema: CORE_SCHEMA, maxDepth: MAX_DATA_DEPTH, maxAliases: 0 });
  } catch (error) {
    return { findings: yamlProblems(file, yaml, error, firstLine) };
  }
  if (value !== null && (typeof value !== "object" || Array.isArray(value))) {
    const message = "Unexpected list or text, expected fields such as `title: …`";
    return { findings: [{ code: "yaml-syntax", message, spot: { file, line: firstLine, column: 1 } }] };
  }
  const findings = oddKeys(file, value);
  return findings.length > 0 ? { findings } : { value: value ?? {}, findings: [] };
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
      findings.push({
        code,
        message,
        help: "Write the value out, or put it in quotes if it is text.",
        spot: { file, line: place.line + firstLine - 1, column: place.col },
      });
      if (findings.length === 20) break;
    }
    if (!(token.length === 1 && "\u0002\u0018\u001f\ufeff".includes(token))) offset += token.length;
  }
  return findings;
}

/** Whether a text holds nothing but comments; the parser would complain of it. */
function isBlank(yaml: string): boolean {
  return yaml.split("\n").every((line) => /^[ \t]*(?:#|$)/.test(line));
}
