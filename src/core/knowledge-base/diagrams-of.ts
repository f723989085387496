import type { Entry, KnowledgeBase } from "./knowledge-base.ts";

/** One diagram of the content and where it stands. */
export interface PlacedDiagram {
  readonly file: string;
  /** The nth of its file, from 0. */
  readonly diagram: number;
  /** Where its drawing lies in the content folder. */
  readonly path: string;
  readonly source: string;
}

/** Every diagram of every body, the same one several times where several entries show it. */
export function allDiagrams(knowledgeBase: KnowledgeBase): PlacedDiagram[] {
  const { incidents, postmortems, runbooks, services, maintenance, gameDays, templates, reviews } =
    knowledgeBase;
  const entries: readonly Entry[] = [
    ...incidents,
    ...postmortems,
    ...runbooks,
    ...services,
    ...maintenance,
    ...gameDays,
    ...templates,
    ...reviews,
  ];
  return entries.flatMap(({ file, body }) =>
    body.diagrams.map(({ path, source }, diagram) => ({ file, diagram, path, source })),
  );
}

/** The diagrams whose drawings are not in the content folder. */
export function missingDiagrams(knowledgeBase: KnowledgeBase): PlacedDiagram[] {
  return allDiagrams(knowledgeBase).filter(({ path }) => !knowledgeBase.look.asset.has(path));
}
