import { parseDiagrams } from "../../src/adapters/browser/parse-diagrams.ts";
import { compareDiagnostics, type Diagnostic } from "../../src/core/diagnostic.ts";
import type { Finding } from "../../src/core/finding.ts";
import { missingDiagrams, type PlacedDiagram } from "../../src/core/knowledge-base/diagrams-of.ts";
import { locate } from "../../src/core/locate.ts";
import { quotedShort } from "../../src/core/markdown/quoted-short.ts";
import type { Content } from "../../src/loader/read-content.ts";

/** What mermaid cannot read among diagrams, each at its line. What is drawn was read: only the others are worth the time. */
export async function unreadableDiagrams(
  content: Content,
  diagrams: readonly PlacedDiagram[],
): Promise<Diagnostic[]> {
  if (diagrams.length === 0) return [];
  const problems = await parseDiagrams(diagrams.map(({ source }) => source));
  const findings = diagrams.flatMap(({ file, diagram, source }, nth): Finding[] => {
    const problem = problems[nth];
    if (!problem) return [];
    const { row = 0, words } = problem;
    const line = source.split("\n")[row - 1]?.trim();
    const message = line
      ? `Unexpected ${quotedShort(line)} in a diagram, which mermaid cannot read`
      : "Unexpected diagram that mermaid cannot read";
    return [
      { code: "diagram-syntax", message, help: `Mermaid says: ${words}`, spot: { file, diagram, row } },
    ];
  });
  return locate(findings, content.sourceOf);
}

/** The problems of the content, and those of diagrams that are not drawn yet and never can be. */
export async function withUnreadableDiagrams(
  content: Content,
  diagnostics: readonly Diagnostic[],
): Promise<readonly Diagnostic[]> {
  if (!content.knowledgeBase || !diagnostics.some(({ code }) => code === "diagram-missing"))
    return diagnostics;
  const unreadable = await unreadableDiagrams(content, missingDiagrams(content.knowledgeBase));
  return unreadable.length === 0 ? diagnostics : [...diagnostics, ...unreadable].sort(compareDiagnostics);
}
