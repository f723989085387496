import { parseDocument } from "../../core/parse/parse-document.ts";
import type { ImportedDocument } from "./import-types.ts";

/** What the check would say of a document by itself: an import writes nothing that does not pass. */
export function problemsOf({ path, text }: ImportedDocument): string[] {
  const kind = path.startsWith("incidents/")
    ? "incident"
    : path.startsWith("postmortems/")
      ? "postmortem"
      : path.startsWith("maintenance/")
        ? "maintenance"
        : "runbook";
  const end = text.indexOf("\n---\n", 4);
  const { findings } = parseDocument({
    kind,
    id: path.replace(/^[^/]*\/|\.mdx$/g, ""),
    file: path,
    yaml: text.slice(4, end + 1),
    yamlLine: 2,
    body: text.slice(end + 5),
    bodyLine: 1,
  });
  return findings.map(({ message }) => message);
}
