import type { WishReader } from "../drafts/known-words.ts";
import type { Edit } from "../editor/edit.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import type { Incident } from "../schemas/incident.ts";
import { INCIDENT_FIELDS } from "./component-impact.ts";

/**
 * The edits that let customers read of an incident: somebody writes to them. Its title for them names only what they
 * know by name; whatever is restricted or for an audience of its own stays so, and that is told.
 */
export function goPublic(knowledgeBase: KnowledgeBase, read: WishReader, data: Incident): Edit[] {
  const { visibility } = data;
  if (visibility === "public") return data.customerVisible ? [] : [set("customerVisible", true)];
  if (visibility !== "internal") {
    read.refuse("update", `Unexpected update for customers of an incident that is \`${visibility}\``);
    return [];
  }
  const names = data.services.flatMap((id) => knowledgeBase.look.service.get(id)?.data.component?.name ?? []);
  if (names.length === 0) {
    read.refuse("update", "Unexpected update for customers: none of its services is shown to them");
    return [];
  }
  const last = names.at(-1)!;
  const listed = names.length === 1 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
  return [
    ...(data.publicTitle === undefined ? [set("publicTitle", `Trouble with ${listed}`)] : []),
    set("visibility", "public"),
    set("customerVisible", true),
  ];
}

function set(field: keyof Incident & string, value: string | boolean): Edit {
  return { do: "set", path: [field], value, order: INCIDENT_FIELDS };
}
