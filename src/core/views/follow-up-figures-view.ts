import { allActionItems, type PlacedItem } from "../action-items/all-action-items.ts";
import { AGES, type ItemLoad, itemAges, itemLoad } from "../action-items/item-load.ts";
import { grouped } from "../grouped.ts";
import { figureWords } from "../words/figure-words.ts";
import { addressOfMeasure } from "./figures/figure-addresses.ts";
import { figureBook } from "./figures/figure-book.ts";
import { periodWords } from "./figures/period-words.ts";
import { latePage, type Page } from "./page.ts";
import type { Shown } from "./shown.ts";
import { href, shownOwner, type ViewContext } from "./view-context.ts";

/** Follow-ups in numbers. */
export const FOLLOW_UP_FIGURES_PAGE = "/actions/figures/";

/** The page of follow-ups in numbers: how many stand where, how old they are, and whether they work. */
export interface FollowUpFiguresView {
  readonly all: ItemLoad;
  readonly ages: readonly { readonly title: string; readonly count: number }[];
  readonly tables: readonly {
    readonly title: string;
    readonly rows: readonly { readonly name: Shown; readonly load: ItemLoad }[];
  }[];
  /** Figures of the twelve months that say whether follow-ups work, each a link to its explanation. */
  readonly figures: readonly (Shown & { readonly words: string })[];
  readonly period: string;
}

/** The page, where somebody has agreed on anything. */
export function* followUpFiguresPage(context: ViewContext): Generator<Page> {
  if (allActionItems(context.projection).length === 0) return;
  yield latePage(
    { path: FOLLOW_UP_FIGURES_PAGE, template: "follow-up-figures", title: "Action items in figures" },
    () => followUpFiguresView(context),
  );
}

const ABOUT_FOLLOW_UPS = [
  "follow-up-time-to-done",
  "repeats-after-fix",
  "overdue-follow-up-downtime",
  "repeats",
];

function followUpFiguresView(context: ViewContext): FollowUpFiguresView {
  const { projection, now } = context;
  const zone = projection.site.timeZone;
  const items = allActionItems(projection);
  const ages = itemAges(items, now, zone);
  const book = figureBook(context);
  const table = (title: string, keyOf: (placed: PlacedItem) => string, nameOf: (key: string) => Shown) => ({
    title,
    rows: largestFirst(items, keyOf).map(([key, group]) => ({
      name: nameOf(key),
      load: itemLoad(group, now, zone),
    })),
  });
  const word = (key: string): Shown => ({ id: key, title: WORDS[key] ?? key });
  return {
    all: itemLoad(items, now, zone),
    ages: AGES.map((from, index) => ({ title: ageWords(from, AGES[index + 1]), count: ages[index]! })),
    tables: [
      table(
        "By owner",
        ({ item }) => item.owner ?? "",
        (key) => shownOwner(context, key) ?? word("nobody"),
      ),
      table("By kind", ({ item }) => item.kind, word),
      table("By strength", ({ item }) => item.strength ?? "unsaid", word),
      table("By priority", ({ item }) => item.priority, word),
    ],
    figures: book.overall
      .filter(({ measure }) => ABOUT_FOLLOW_UPS.includes(measure.id))
      .map(({ measure, value }) => ({
        id: measure.id,
        title: measure.name,
        url: href(context, addressOfMeasure(measure.id)),
        words: figureWords(value),
      })),
    period: periodWords(context, book.period),
  };
}

const WORDS: Readonly<Record<string, string>> = {
  nobody: "Nobody",
  prevent: "Prevent",
  detect: "Detect",
  mitigate: "Mitigate",
  process: "Process",
  document: "Document",
  eliminate: "Eliminate",
  guard: "Guard",
  train: "Train",
  unsaid: "Not said",
  high: "High",
  medium: "Medium",
  low: "Low",
};

/** Groups by a key, the largest first. */
function largestFirst(
  items: readonly PlacedItem[],
  keyOf: (placed: PlacedItem) => string,
): [string, readonly PlacedItem[]][] {
  const groups = grouped(items, (placed) => [keyOf(placed)]);
  return [...groups].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
}

function ageWords(from: number, before: number | undefined): string {
  return before === undefined ? `over ${from - 1} days` : `${from} to ${before - 1} days`;
}
