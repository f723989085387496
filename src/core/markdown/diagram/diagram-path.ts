import { sha256 } from "./sha256.ts";

/** What draws diagrams, and how: a new version of either draws all of them anew, under new names. */
export const DIAGRAM_RENDERER = "mermaid 12.3.0, look 2";

/** Where the drawing of a diagram lies in the content folder: its name follows from its source and from what draws it. */
export function diagramPath(source: string): string {
  return `diagrams/${sha256(`${DIAGRAM_RENDERER}\n${source}`).slice(0, 32)}.svg`;
}
