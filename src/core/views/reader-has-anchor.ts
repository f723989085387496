import type { Projection } from "../audience/project.ts";
import type { Entry } from "../knowledge-base/knowledge-base.ts";

/** Whether an anchor of an entry's page is there for this reader: headings of Internal blocks are not, for outsiders. */
export function readerHasAnchor({ reader }: Projection, { body, data }: Entry, fragment: string): boolean {
  if (reader.internal || /^fn(?:ref)?-/.test(fragment)) return true;
  if (body.headings.some(({ id, internal }) => id === fragment && !internal)) return true;
  return "actionItems" in data && data.actionItems.some(({ id }) => id === fragment);
}
