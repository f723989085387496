import type { Finding } from "../finding.ts";
import type { Entry } from "../knowledge-base/knowledge-base.ts";
import { EMPTY_BODY } from "../markdown/body.ts";
import { compileBody } from "../markdown/compile-body.ts";
import { KINDS, type Kind } from "../schemas/kinds.ts";
import { applySchema } from "./apply-schema.ts";
import { readYaml } from "./read-yaml.ts";

/** A file of the content folder as text, its front matter split off. */
export interface SourceText {
  readonly kind: Kind;
  readonly id: string;
  /** Path relative to the parent of the content folder. */
  readonly file: string;
  /** The YAML: front matter, or the whole of a YAML file. */
  readonly yaml: string;
  /** Line of the file on which the YAML begins. */
  readonly yamlLine: number;
  readonly body: string;
  /** Line of the file on which the body begins. */
  readonly bodyLine: number;
}

/** A file's text → its entry, or everything that is wrong with it. */
export function parseDocument(source: SourceText): { entry?: Entry; findings: readonly Finding[] } {
  const { kind, id, file } = source;
  const reading = readYaml(file, source.yaml, source.yamlLine);
  const compiled =
    source.body === "" ? { body: EMPTY_BODY, findings: [] } : compileBody(file, source.body, source.bodyLine);
  if (reading.findings.length > 0) return { findings: [...reading.findings, ...compiled.findings] };
  const { data, findings } = applySchema(file, KINDS[kind].schema, reading.value);
  const all = [...findings, ...compiled.findings];
  if (all.length > 0 || data === undefined) return { findings: all };
  return { entry: { kind, id, file, data, body: compiled.body } as Entry, findings: [] };
}
