import { compareDiagnostics, type Diagnostic } from "../diagnostic.ts";
import { codeOf } from "../rules/codes/index.ts";
import { visibleText } from "./visible-text.ts";

/** Problems as workflow commands, which GitHub shows beside the lines of a pull request. */
export function reportGithub(diagnostics: readonly Diagnostic[]): string {
  return [...diagnostics]
    .sort(compareDiagnostics)
    .map((diagnostic) => `${command(diagnostic)}\n`)
    .join("");
}

const COMMANDS = { error: "error", warning: "warning", note: "notice" } as const;

function command(diagnostic: Diagnostic): string {
  const { file, line, column, code, severity } = diagnostic;
  const properties = [
    `file=${property(file)}`,
    ...(line === undefined ? [] : [`line=${line}`]),
    ...(column === undefined ? [] : [`col=${column}`]),
    `title=${property(`${codeOf(code).title} (${code})`)}`,
  ];
  return `::${COMMANDS[severity]} ${properties.join(",")}::${value(words(diagnostic))}`;
}

function words({ message, help, related }: Diagnostic): string {
  const places = related.map((other) => {
    const where = [other.file, other.line, other.column].filter((part) => part !== undefined).join(":");
    return `${where}: ${other.message}`;
  });
  return [message, ...(help === undefined ? [] : [help]), ...places].map(visibleText).join("\n");
}

/** The escapes of a command's text, so that no content can begin a command of its own. */
function value(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** The escapes of a command's property. */
function property(text: string): string {
  return value(visibleText(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
