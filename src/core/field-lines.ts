import type { FieldPath } from "./finding.ts";
import type { SourceOf } from "./locate.ts";
import { fieldLine } from "./parse/field-line.ts";

/** The line on which a field of a file stands, or its nearest parent where it is absent. */
export type LineOf = (file: string, field: FieldPath) => number | undefined;

/** Lines of fields, each file read once: figures name the same lines many times. */
export function fieldLines(sourceOf: SourceOf): LineOf {
  const files = new Map<string, { source: ReturnType<SourceOf>; lines: Map<string, number> }>();
  return (file, field) => {
    const known = files.get(file) ?? { source: sourceOf(file), lines: new Map<string, number>() };
    files.set(file, known);
    if (known.source === undefined) return undefined;
    const key = field.join("\n");
    const line = known.lines.get(key) ?? fieldLine(known.source.yaml, known.source.yamlLine, field);
    known.lines.set(key, line);
    return line;
  };
}
