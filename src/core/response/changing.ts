import type { DraftProblem } from "../drafts/draft.ts";
import type { Edit } from "../editor/edit.ts";

/** The edits that record an event of the response, or every reason why they make no sense. */
export type Changing =
  | {
      readonly ok: true;
      readonly edits: readonly Edit[];
      /** What is recorded, in a few words for whoever typed it. */
      readonly says: string;
    }
  | { readonly ok: false; readonly problems: readonly DraftProblem[] };

/** Adds an item to a list of front matter, and makes the list at its usual place where there is none. */
export function addTo(
  list: readonly unknown[],
  field: string,
  value: Extract<Edit, { do: "append" }>["value"],
  order: readonly string[],
): Edit {
  return list.length > 0
    ? { do: "append", path: [field], value }
    : { do: "set", path: [field], value: [value], order };
}
