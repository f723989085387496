import { shareInterval } from "../statistics/share-interval.ts";
import type { Measure } from "./measure.ts";
import { inputOfPage, noPages, pagesOfScope } from "./pages-of-scope.ts";

/** Pages on which somebody had to act ÷ all pages. */
export const actionablePagesMeasure: Measure = {
  id: "actionable-pages",
  name: "Actionable pages",
  unit: "share",
  formula:
    "pages with `actionable` ÷ pages of the period; pages of a service are those that name it, those of another slice name its incidents",
  misleads: "A page counts as actionable until somebody says that it was not.",
  of(scope) {
    const pages = pagesOfScope(scope);
    const actionable = pages.filter(({ page }) => page.actionable).length;
    const interval = shareInterval(actionable, pages.length);
    return {
      value:
        interval === undefined
          ? { kind: "none", why: noPages(scope) }
          : { kind: "share", part: actionable, whole: pages.length, interval },
      inputs: pages.map((page) => inputOfPage(page, page.page.actionable ? 1 : 0)),
      leftOut: [],
    };
  },
};
