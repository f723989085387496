import { readYaml } from "../../core/parse/read-yaml.ts";
import type { TakeNote } from "./note.ts";

/** The head of a source: fields by name in lower case, and the text after it. */
export interface SourceHead {
  readonly fields: ReadonlyMap<string, unknown>;
  /** Line of the file on which a field stands. */
  readonly lineOf: (name: string) => number | undefined;
  readonly body: string;
  /** How many lines stand before the body. */
  readonly lineOffset: number;
}

/** Splits a source into front matter (YAML between `---`, simple TOML between `+++`) and body; text that is neither stays body. */
export function readHead(file: string, text: string, note: TakeNote): SourceHead {
  const whole: SourceHead = { fields: new Map(), lineOf: () => undefined, body: text, lineOffset: 0 };
  const match = /^(---|\+\+\+)[ \t]*\n([\s\S]*?)(?:^|\n)\1[ \t]*(?:\n|$)/.exec(text);
  if (!match || !/^[\s\S]*?^[\w-]+\s*[:=]/m.test(match[2]!)) return whole;
  const inside = match[2]!;
  const fields = match[1] === "---" ? yamlFields(file, inside, note) : lineFields(inside, "=");
  return {
    fields,
    lineOf: (name) => lineOfField(inside, name),
    body: text.slice(match[0].length),
    lineOffset: match[0].split("\n").length - 1,
  };
}

/** Notes the fields that have no place in the knowledge base. */
export function noteUnused(head: SourceHead, used: ReadonlySet<string>, note: TakeNote): void {
  for (const [name, value] of head.fields)
    if (!used.has(name)) note("dropped", "front-matter", head.lineOf(name), `${name}: ${shown(value)}`);
}

/** A field as a text, from the first of its names that has one. */
export function textField(head: SourceHead, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = head.fields.get(name);
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    if (typeof value === "number") return String(value);
  }
  return undefined;
}

/** A field as a list of texts; one text is a list of one. */
export function listField(head: SourceHead, ...names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const value = head.fields.get(name);
    return (Array.isArray(value) ? value : [value]).filter(
      (item): item is string => typeof item === "string",
    );
  });
}

function yamlFields(file: string, yaml: string, note: TakeNote): Map<string, unknown> {
  const { value, findings } = readYaml(file, yaml, 2);
  if (findings.length === 0)
    return new Map(
      Object.entries(value as Record<string, unknown>).map(([name, field]) => [name.toLowerCase(), field]),
    );
  const { message, spot } = findings[0]!;
  note("problem", "front-matter", spot.line, `${message}; only its simple lines were read`);
  return lineFields(yaml, ":");
}

/** Lines of the form `name: value`, for a head that is not quite YAML. */
function lineFields(text: string, sign: ":" | "="): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const line of text.split("\n")) {
    const match = /^([\w-]+)\s*[:=]\s*(.*)$/.exec(line);
    if (!match || !line.slice(match[1]!.length).trimStart().startsWith(sign)) continue;
    const value = match[2]!.trim().replace(/^(["'])(.*)\1$/, "$2");
    if (value !== "") fields.set(match[1]!.toLowerCase(), value);
  }
  return fields;
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The opening line of a head is line 1 of its file. */
function lineOfField(head: string, name: string): number | undefined {
  const index = head.split("\n").findIndex((line) => line.toLowerCase().replace(/\s*[:=].*$/, "") === name);
  return index < 0 ? undefined : index + 2;
}
