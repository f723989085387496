import type { FieldPath } from "../../finding.ts";
import type { ActionItem } from "../../schemas/action-item.ts";
import { each, one, type Reference } from "./reference.ts";

/** What the action items of an entry name. */
export function referencesOfActionItems(items: readonly ActionItem[], file: string): Reference[] {
  return items.flatMap((item, index) => {
    const at: FieldPath = ["actionItems", index];
    return [
      ...one("owner", item.owner, file, ...at, "owner"),
      ...one("person", item.waiver?.by, file, ...at, "waiver", "by"),
      ...each("factors", item.factors, file, ...at, "factors"),
      ...each("service", item.services, file, ...at, "services"),
    ];
  });
}
