import type { FieldPath } from "../../core/finding.ts";
import { fieldPlaces } from "../../core/parse/field-places.ts";
import { readYaml } from "../../core/parse/read-yaml.ts";

/** Something that is wrong with a file of objectives, or that content cannot say, with its place. */
export interface SloProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Permanent kebab-case name. */
  readonly code: string;
  readonly message: string;
  /** Whether the objective stays out because of it; else only this part of it is lost. */
  readonly leftOut: boolean;
}

/** One document of an OpenSLO file. */
export interface SloDocument {
  readonly kind: string;
  readonly name: string;
  readonly value: (...path: FieldPath) => unknown;
  readonly text: (...path: FieldPath) => string | undefined;
  /** A problem at a field, or at the nearest that is there. */
  readonly problem: (code: string, message: string, leftOut: boolean, ...path: FieldPath) => SloProblem;
}

/** The documents of a file, parted by lines of three hyphens, and what cannot be read. */
export function readSloDocuments(
  file: string,
  text: string,
): { documents: SloDocument[]; problems: SloProblem[] } {
  const documents: SloDocument[] = [];
  const problems: SloProblem[] = [];
  for (const { yaml, line } of partsOf(text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n"))) {
    const { value, findings } = readYaml(file, yaml, line);
    for (const { code, message, spot } of findings)
      problems.push({
        file,
        line: spot.line ?? line,
        column: spot.column ?? 1,
        code,
        message,
        leftOut: true,
      });
    if (findings.length === 0) documents.push(documentOf(file, yaml, line, value));
  }
  return { documents, problems };
}

function partsOf(text: string): { yaml: string; line: number }[] {
  const parts: { yaml: string; line: number }[] = [];
  let lines: string[] = [];
  let begun = 1;
  const rows = text.split("\n");
  for (const [index, row] of rows.entries()) {
    if (/^(?:---|\.\.\.)[ \t]*(?:#.*)?$/.test(row)) {
      parts.push({ yaml: lines.join("\n"), line: begun });
      lines = [];
      begun = index + 2;
    } else lines.push(row);
  }
  parts.push({ yaml: lines.join("\n"), line: begun });
  return parts.filter(({ yaml }) => /^[^#\s]/m.test(yaml));
}

function documentOf(file: string, yaml: string, line: number, root: unknown): SloDocument {
  let places: ReturnType<typeof fieldPlaces> | undefined;
  const value = (...path: FieldPath) => {
    let here = root;
    for (const step of path) {
      if (typeof here !== "object" || here === null || !Object.hasOwn(here, step)) return undefined;
      here = (here as Readonly<Record<string | number, unknown>>)[step];
    }
    return here ?? undefined;
  };
  const text = (...path: FieldPath) => {
    const found = value(...path);
    return typeof found === "string" && found.trim() !== "" ? found.trim() : undefined;
  };
  return {
    kind: text("kind") ?? "",
    name: text("metadata", "name") ?? "",
    value,
    text,
    problem: (code, message, leftOut, ...path) => {
      places ??= fieldPlaces(yaml, line);
      return { file, ...places(path), code, message, leftOut };
    },
  };
}
