import type { PlacedItem } from "../action-items/all-action-items.ts";
import { itemState } from "./action-item-view.ts";
import type { FacetValues } from "./facets.ts";
import type { Shown } from "./shown.ts";
import { shownEntry, shownOwner, type ViewContext } from "./view-context.ts";

/** The ways to narrow a list of action items. */
export function actionFacets(context: ViewContext): FacetValues<PlacedItem>[] {
  return [
    {
      name: "owner",
      title: "Owner",
      of: ({ item }) => [shownOwner(context, item.owner) ?? { id: "nobody", title: "nobody yet" }],
    },
    { name: "team", title: "Team", of: ({ item }) => teamsOf(context, item.owner) },
    {
      name: "state",
      title: "State",
      of: ({ item }) => {
        const { id, word } = itemState(context, item);
        return [{ id, title: id === "overdue" ? "Overdue" : word }];
      },
      order: ["overdue", "waived", "blocked", "open", "in-progress", "done", "dropped"],
    },
    {
      name: "kind",
      title: "Kind",
      of: ({ item }) => word(item.kind),
      order: ["prevent", "detect", "mitigate", "process", "document"],
    },
    {
      name: "strength",
      title: "Strength",
      of: ({ item }) => word(item.strength),
      order: ["eliminate", "guard", "detect", "train"],
    },
    {
      name: "priority",
      title: "Priority",
      of: ({ item }) => word(item.priority),
      order: ["high", "medium", "low"],
    },
  ];
}

/** The team that owns an item, or those that its owner belongs to. */
function teamsOf(context: ViewContext, owner: string | undefined): Shown[] {
  return context.projection.teams.teams
    .filter(({ id, members }) => owner !== undefined && (id === owner || members.includes(owner)))
    .map(({ id }) => shownEntry(context, "team", id));
}

function word(value: string | undefined): Shown[] {
  return value === undefined ? [] : [{ id: value, title: value[0]!.toUpperCase() + value.slice(1) }];
}
