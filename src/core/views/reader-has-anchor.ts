import type { Projection } from "../audience/project.ts";
import type { Entry } from "../knowledge-base/knowledge-base.ts";
import { hasPart } from "../markdown/has-part.ts";

/** Whether an anchor of an entry's page is there for this reader: those of Internal blocks are not, for outsiders. */
export function readerHasAnchor({ reader }: Projection, { body, data }: Entry, fragment: string): boolean {
  if (reader.internal || hasPart(body.parts, fragment, false)) return true;
  return "actionItems" in data && data.actionItems.some(({ id }) => id === fragment);
}
