import { allActionItems, type PlacedItem } from "../action-items/all-action-items.ts";
import { awaitedDay, type DueGroup, dueGroup } from "../action-items/due-group.ts";
import { dateIn } from "../time.ts";
import type { ShownInstant } from "../words/instant-words.ts";
import { actionFacets } from "./action-facets.ts";
import { type BoardItem, boardItem } from "./board-item.ts";
import { type Facet, facetsOf, factsOf } from "./facets.ts";
import { FOLLOW_UP_FIGURES_PAGE } from "./follow-up-figures-view.ts";
import { href, shownNow, type ViewContext } from "./view-context.ts";

/** Follow-ups by when they are due, and what they can be narrowed by. */
export interface ActionBoard {
  readonly count: number;
  readonly groups: readonly {
    readonly id: DueGroup;
    readonly title: string;
    readonly items: readonly (BoardItem & { readonly facts: string })[];
  }[];
  readonly facets: readonly Facet[];
}

/** The page of all action items. */
export interface ActionListView extends ActionBoard {
  readonly asOf: ShownInstant;
  /** Address of the items in figures, where there are any. */
  readonly figures?: string;
}

/** The page of all action items. */
export function actionListView(context: ViewContext): ActionListView {
  const items = allActionItems(context.projection);
  const figures = items.length === 0 ? {} : { figures: href(context, FOLLOW_UP_FIGURES_PAGE) };
  return { asOf: shownNow(context), ...figures, ...actionBoard(context, items) };
}

/** Items as a board: what is late comes first, what is finished comes last, newest first. */
export function actionBoard(context: ViewContext, items: readonly PlacedItem[]): ActionBoard {
  const { now, projection } = context;
  const zone = projection.site.timeZone;
  const known = items.filter(({ item }) => item.opened <= dateIn(now, zone));
  const facets = facetsOf(known, actionFacets(context));
  const groups = GROUPS.map(({ id, title }) => {
    const group = known.filter(({ item }) => dueGroup(item, now, zone) === id);
    const finished = id === "done-this-month" || id === "finished";
    const day = ({ item }: PlacedItem): string =>
      finished ? (item.done ?? "") : (awaitedDay(item, now, zone) ?? "9999");
    const earlier = (a: PlacedItem, b: PlacedItem): number =>
      day(a) === day(b) ? (a.item.id < b.item.id ? -1 : 1) : day(a) < day(b) ? -1 : 1;
    group.sort((a, b) => (finished ? earlier(b, a) : earlier(a, b)));
    return {
      id,
      title,
      items: group.map((placed) => ({
        ...boardItem(context, placed),
        facts: factsOf(placed, facets, actionFacets(context)),
      })),
    };
  }).filter((group) => group.items.length > 0);
  return { count: known.length, groups, facets };
}

const GROUPS = [
  { id: "overdue", title: "Overdue" },
  { id: "week", title: "Due within a week" },
  { id: "blocked", title: "Blocked" },
  { id: "later", title: "Later" },
  { id: "done-this-month", title: "Done this month" },
  { id: "finished", title: "Finished before" },
] as const;
