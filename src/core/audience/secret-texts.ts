import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import type { BodyPart, DiagramSlot } from "../markdown/body.ts";
import { decodeCharacterReferences } from "./character-references.ts";
import { NO_INNER_LISTS } from "./inner-lists.ts";
import type { Projection } from "./project.ts";

const LISTS = [
  "incidents",
  "postmortems",
  "runbooks",
  "services",
  "maintenance",
  ...(Object.keys(NO_INNER_LISTS) as (keyof typeof NO_INNER_LISTS)[]),
] as const;

/** Every text of a knowledge base that a projection leaves out: whole entries, dropped fields, Internal blocks. */
export function* secretTexts(knowledgeBase: KnowledgeBase, projection: Projection): Generator<string> {
  yield* droppedStrings(knowledgeBase.teams, projection.teams);
  yield* droppedStrings(knowledgeBase.site, projection.site);
  for (const list of LISTS) {
    const shown = new Map((projection[list] as readonly Entry[]).map((entry) => [entry.id, entry]));
    for (const entry of knowledgeBase[list] as readonly Entry[]) {
      const projected = shown.get(entry.id);
      yield* droppedStrings(entry.data, projected?.data);
      const whole = projected === undefined || projected.body.parts.length === 0;
      yield* whole ? textsOf(entry.body.parts, true) : textsOf(entry.body.parts, false);
    }
  }
}

/**
 * Every text that a projection shows, cut as `secretTexts` cuts: an internal entry that says what a public one says
 * gives nothing away.
 */
export function* shownTexts(projection: Projection): Generator<string> {
  for (const list of LISTS)
    for (const entry of projection[list] as readonly Entry[]) {
      yield* stringsIn(entry.data);
      yield* textsOf(entry.body.parts, true, false);
    }
}

/** Strings in a value that are nowhere in what became of it. */
function* droppedStrings(value: unknown, projected: unknown): Generator<string> {
  const kept = new Set(stringsIn(projected));
  for (const text of stringsIn(value)) if (!kept.has(text)) yield text;
}

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (value !== null && typeof value === "object")
    for (const inner of Object.values(value)) yield* stringsIn(inner);
}

/** Prose of parts: those outside Internal blocks where `open`, those inside where `internal`. */
function* textsOf(parts: readonly BodyPart[], open: boolean, internal = true): Generator<string> {
  const run: string[] = [];
  for (const part of parts) {
    if (typeof part === "string") {
      if (open) run.push(part);
    } else if (part.slot === "internal") {
      if (internal) yield* textsOf(part.children, true);
    } else if (part.slot === "link") run.push(...(open ? [...textsOf(part.children, true, internal)] : []));
    else if (part.slot === "image" && open) run.push(part.alt, part.src);
    else if (part.slot === "diagram" && open) yield* textsOfDiagram(part);
  }
  if (run.length > 0) yield proseOf(run.join(""));
}

/** A drawing parts what its source has in one line, so that each statement is a text of its own too. */
function* textsOfDiagram({ source, title, description }: DiagramSlot): Generator<string> {
  yield source;
  yield* source.split("\n");
  if (title !== undefined) yield title;
  if (description !== undefined) yield description;
}

/** The words of our own HTML, without tags and what we put into headings. */
function proseOf(html: string): string {
  return decodeCharacterReferences(
    html.replace(/<a class="anchor"[^>]*>#<\/a>/g, "").replace(/<[^>]*>/g, " "),
  );
}
