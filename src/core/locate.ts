import type { Diagnostic, Place } from "./diagnostic.ts";
import type { Finding, Spot } from "./finding.ts";
import { placeOfLink } from "./markdown/compile-body.ts";
import type { SourceText } from "./parse/parse-document.ts";
import { placeOfField } from "./parse/read-yaml.ts";
import { severityOf } from "./rules/codes/index.ts";

/** A finding → a diagnostic with line and column; the text is parsed again with positions only now. */
export function locate(finding: Finding, sourceOf: (file: string) => SourceText | undefined): Diagnostic {
  return {
    code: finding.code,
    severity: finding.severity ?? severityOf(finding.code),
    message: finding.message,
    ...placeOf(finding.spot, sourceOf),
    ...(finding.help === undefined ? {} : { help: finding.help }),
    related: (finding.related ?? []).map(({ spot, message }) => ({ ...placeOf(spot, sourceOf), message })),
  };
}

function placeOf(spot: Spot, sourceOf: (file: string) => SourceText | undefined): Place {
  const { file } = spot;
  if (spot.line !== undefined) return { file, line: spot.line, ...(spot.column === undefined ? {} : { column: spot.column }) };
  const source = sourceOf(file);
  if (!source) return { file };
  if (spot.link !== undefined) return { file, ...placeOfLink(source.body, spot.link, source.bodyLine) };
  if (spot.field !== undefined) return { file, ...placeOfField(source.yaml, spot.field, source.yamlLine, spot.name) };
  return { file };
}
