import { nearest } from "../../suggestion.ts";
import { quotedShort } from "../quoted-short.ts";
import { diagramWords } from "./diagram-words.ts";

/** Something that a diagram may not hold, or lacks. */
export interface DiagramProblem {
  readonly code: "diagram-code" | "diagram-syntax" | "diagram-words";
  readonly message: string;
  readonly help?: string;
  /** Line of the source from 1; 0 is the line of the fence. */
  readonly row: number;
}

/** Most characters of one diagram; no page can show more. */
const MAX_DIAGRAM = 20_000;

/** What stands against a diagram before anybody draws it: it is a picture, so it links nowhere and sets nothing. */
export function guardDiagram(source: string): DiagramProblem[] {
  const lines = source.split("\n");
  const first = lines.findIndex((line) => /\S/.test(line) && !/^\s*%%(?!\s*\{)/.test(line));
  if (first === -1)
    return [
      { code: "diagram-syntax", message: "Unexpected diagram without a line, expected its kind", row: 0 },
    ];
  if (source.length > MAX_DIAGRAM)
    return [
      {
        code: "diagram-syntax",
        message: `Unexpected diagram of ${source.length} characters, expected at most ${MAX_DIAGRAM}`,
        row: 0,
      },
    ];
  const kind = /^\s*([\w-]*)/.exec(lines[first]!)![1]!;
  const problems = lines.flatMap((line, index) => problemsOfLine(line, index + 1, kind));
  if (/^\s*---/.test(lines[first]!)) return [foreign("front matter in a diagram", first + 1), ...problems];
  if (problems.length > 0) return problems;
  if (!KINDS.has(kind)) return [unknownKind(lines[first]!.trim(), kind, first + 1)];
  const { title, description } = diagramWords(source);
  if (title !== undefined || description !== undefined) return [];
  return [
    {
      code: "diagram-words",
      message: "Expected `accTitle: …` in the diagram, words for readers who cannot see it",
      help: "`accTitle` is one line and stands under the drawing; `accDescr` says in sentences what it shows.",
      row: 0,
    },
  ];
}

/** Kinds of diagram that can be drawn as shapes and text alone. */
const KINDS = new Set(
  (
    "flowchart graph sequenceDiagram stateDiagram stateDiagram-v2 classDiagram classDiagram-v2 erDiagram gantt timeline pie " +
    "journey gitGraph mindmap quadrantChart requirementDiagram xychart xychart-beta sankey sankey-beta block block-beta packet " +
    "packet-beta kanban architecture architecture-beta radar-beta treemap-beta C4Context C4Container C4Component C4Dynamic " +
    "C4Deployment"
  ).split(" "),
);

/** A statement begins at the beginning of a line or after a semicolon. */
const STATEMENT = "(?:^|;)\\s*";
const EVERYWHERE: readonly (readonly [RegExp, string])[] = [
  [/%%\s*\{/, "directive"],
  [/@\{[^}]*\b(?:img|icon)\s*:/, "foreign picture"],
  [/\$(?:link|sprite)\s*=/, "link"],
  [/(?<!<)<(?!br\s*\/?>)\/?[a-z][^<>]*>/i, "HTML"],
];
/** Kinds whose lines are words and not statements. */
const OF_WORDS = /^(?:mindmap|timeline|kanban|journey|pie|sankey|treemap|quadrantChart|xychart)/;
const STATEMENTS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`${STATEMENT}(?:click|callback)\\s+[\\w"]`), "click"],
  [new RegExp(`${STATEMENT}(?:style|classDef|linkStyle|UpdateElementStyle|UpdateRelStyle)\\b`), "style"],
];
const OF_KIND: Readonly<Record<string, RegExp>> = {
  sequenceDiagram: new RegExp(`${STATEMENT}(?:links?|properties|details)\\s+[^:]+:`),
  classDiagram: new RegExp(`${STATEMENT}link\\s`),
};

function problemsOfLine(line: string, row: number, kind: string): DiagramProblem[] {
  // What stands in a comment is not drawn; a directive looks like one.
  if (/^\s*%%(?!\s*\{)/.test(line)) return [];
  const patterns = OF_WORDS.test(kind) ? EVERYWHERE : [...EVERYWHERE, ...STATEMENTS];
  const found = patterns.find(([pattern]) => pattern.test(line))?.[1];
  const link = OF_KIND[kind.replace(/-v2$/, "")]?.test(line) ? "link" : undefined;
  const what = found ?? link;
  return what === undefined ? [] : [foreign(`${what} in a diagram`, row)];
}

function foreign(what: string, row: number): DiagramProblem {
  return {
    code: "diagram-code",
    message: `Unexpected ${what}, expected shapes, lines and words`,
    help: "A diagram is a picture here: links stand in the text around it, colours and settings are the site's.",
    row,
  };
}

function unknownKind(line: string, kind: string, row: number): DiagramProblem {
  const guess = nearest(kind, KINDS);
  return {
    code: "diagram-syntax",
    message: `Unexpected kind of diagram ${quotedShort(kind === "" ? line : kind)}`,
    help: guess
      ? `Did you mean \`${guess}\`?`
      : "Expected flowchart, sequenceDiagram, stateDiagram-v2, erDiagram, gantt, timeline or another kind of mermaid's.",
    row,
  };
}
