import type { Diagnostic, Place } from "./diagnostic.ts";
import type { Finding, Spot } from "./finding.ts";
import { type BodyPlaces, bodyPlaces } from "./markdown/compile-body.ts";
import { fieldPlaces } from "./parse/field-places.ts";
import type { SourceText } from "./parse/parse-document.ts";
import { severityOf } from "./rules/codes/index.ts";

/** The text of a file, for whoever must know where something stands in it. */
export type SourceOf = (file: string) => SourceText | undefined;

/** Findings → diagnostics with line and column; each file that has one is parsed again with positions, once. */
export function locate(findings: readonly Finding[], sourceOf: SourceOf): Diagnostic[] {
  const placeOf = places(sourceOf);
  return findings.map((finding) => ({
    code: finding.code,
    severity: finding.severity ?? severityOf(finding.code),
    message: finding.message,
    ...placeOf(finding.spot),
    ...(finding.help === undefined ? {} : { help: finding.help }),
    related: (finding.related ?? []).map(({ spot, message }) => ({ ...placeOf(spot), message })),
  }));
}

/** Spots → places, in their order. */
export function locateSpots(spots: readonly Spot[], sourceOf: SourceOf): Place[] {
  return spots.map(places(sourceOf));
}

function places(sourceOf: SourceOf): (spot: Spot) => Place {
  const files = new Map<string, PlacesInFile>();
  return (spot) => {
    const { file } = spot;
    if (spot.line !== undefined)
      return { file, line: spot.line, ...(spot.column === undefined ? {} : { column: spot.column }) };
    if (spot.link === undefined && spot.field === undefined && spot.diagram === undefined) return { file };
    const inFile = files.get(file) ?? placesInFile(sourceOf(file));
    files.set(file, inFile);
    if (spot.diagram !== undefined) return { file, ...inFile.diagram(spot.diagram, spot.row ?? 0) };
    return { file, ...(spot.link === undefined ? inFile.field(spot) : inFile.link(spot.link)) };
  };
}

type LineAndColumn = { readonly line?: number; readonly column?: number };

interface PlacesInFile {
  readonly field: (spot: Spot) => LineAndColumn;
  readonly link: (ordinal: number) => LineAndColumn;
  readonly diagram: (ordinal: number, row: number) => LineAndColumn;
}

/** Parses a file's parts when the first question about them comes. */
function placesInFile(source: SourceText | undefined): PlacesInFile {
  if (!source) return { field: () => ({}), link: () => ({}), diagram: () => ({}) };
  let fields: ReturnType<typeof fieldPlaces> | undefined;
  let body: BodyPlaces | undefined;
  const inBody = (): BodyPlaces => {
    body ??= bodyPlaces(source.body, source.bodyLine);
    return body;
  };
  return {
    field: ({ field = [], name }) => {
      fields ??= fieldPlaces(source.yaml, source.yamlLine);
      return fields(field, name);
    },
    link: (ordinal) => inBody().links[ordinal] ?? {},
    diagram: (ordinal, row) => {
      const place = inBody().diagrams[ordinal] ?? {};
      return row === 0 || place.line === undefined ? place : { line: place.line + row, column: 1 };
    },
  };
}
