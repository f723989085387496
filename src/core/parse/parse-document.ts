import type { Finding } from "../finding.ts";
import type { Entry, SalvagedEntry } from "../knowledge-base/knowledge-base.ts";
import { EMPTY_BODY } from "../markdown/body.ts";
import { compileBody } from "../markdown/compile-body.ts";
import { KINDS, type Kind } from "../schemas/kinds.ts";
import { applySchema } from "./apply-schema.ts";
import { readYaml } from "./read-yaml.ts";
import { salvage } from "./salvage.ts";

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

/** What became of a file's text: its entry, or everything that is wrong with it and what can be judged all the same. */
export interface Parsed {
  readonly entry?: Entry;
  readonly salvaged?: SalvagedEntry;
  readonly findings: readonly Finding[];
}

/** A file's text → its entry, or everything that is wrong with it. */
export function parseDocument(source: SourceText): Parsed {
  const { kind, id, file } = source;
  const reading = readYaml(file, source.yaml, source.yamlLine);
  const compiled =
    source.body === "" ? { body: EMPTY_BODY, findings: [] } : compileBody(file, source.body, source.bodyLine);
  if (reading.findings.length > 0) return { findings: [...reading.findings, ...compiled.findings] };
  const { schema } = KINDS[kind];
  const { data, findings } = applySchema(file, schema, reading.value);
  const all = [...findings, ...compiled.findings];
  const entry = { kind, id, file, body: compiled.body };
  if (data !== undefined && all.length === 0) return { entry: { ...entry, data } as Entry, findings: [] };
  const rest = data === undefined ? salvage<typeof schema>(schema, reading.value) : { data, removed: [] };
  if (rest === undefined) return { findings: all };
  return {
    salvaged: { entry: { ...entry, data: rest.data } as Entry, removed: rest.removed },
    findings: all,
  };
}
