import { compareDiagnostics, type Diagnostic, type Place } from "../diagnostic.ts";
import type { Code } from "../rules/codes/code.ts";
import { codeOf } from "../rules/codes/index.ts";

/** What the report says about the tool. */
export interface SarifOptions {
  /** Address of a published site, whose `/errors/CODE/` pages explain the codes. */
  readonly site?: string;
}

/** Problems as a SARIF 2.1.0 log, with the text of each code that occurs. */
export function reportSarif(diagnostics: readonly Diagnostic[], options: SarifOptions = {}): string {
  const sorted = [...diagnostics].sort(compareDiagnostics);
  const codes = [...new Set(sorted.map(({ code }) => code))].sort();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "tidemark", rules: codes.map((code) => ruleOf(codeOf(code), options)) } },
        columnKind: "utf16CodeUnits",
        results: sorted.map((diagnostic) => resultOf(diagnostic, codes)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function ruleOf(code: Code, { site }: SarifOptions) {
  const { code: id, title, explanation, wrong, right, language, severity } = code;
  const fence = (text: string) => `\`\`\`\`${language}\n${text}\n\`\`\`\``;
  return {
    id,
    name: id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: explanation },
    help: {
      text: `${explanation}\n\nWrong:\n\n${wrong}\n\nRight:\n\n${right}`,
      markdown: `${explanation}\n\nWrong:\n\n${fence(wrong)}\n\nRight:\n\n${fence(right)}`,
    },
    ...(site === undefined ? {} : { helpUri: `${site.replace(/\/*$/, "/")}errors/${id}/` }),
    defaultConfiguration: { level: severity },
  };
}

function resultOf(diagnostic: Diagnostic, codes: readonly string[]) {
  const { code, severity, message, help, related } = diagnostic;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: { text: help === undefined ? message : `${message}. ${help}` },
    locations: [locationOf(diagnostic)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, id) => ({
            id,
            ...locationOf(other),
            message: { text: other.message },
          })),
        }),
  };
}

/** A place; a region stands only where the line is known. */
function locationOf({ file, line, column }: Place) {
  const uri = file.split("/").map(encodeURIComponent).join("/");
  return {
    physicalLocation: {
      artifactLocation: { uri, uriBaseId: "%SRCROOT%" },
      ...(line === undefined
        ? {}
        : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } }),
    },
  };
}
