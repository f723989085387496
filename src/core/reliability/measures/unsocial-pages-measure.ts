import { zoneOf } from "../../on-call/load.ts";
import { isAtNight, isOnWeekend } from "../../on-call/page-times.ts";
import { epochOf } from "../../time.ts";
import { countValue } from "./counted.ts";
import type { Measure } from "./measure.ts";
import { inputOfPage, leftOutOfPage, noPages, type PlacedPage, pagesOfScope } from "./pages-of-scope.ts";

/** Pages at night or on a weekend, in the zone of the team that was paged. */
export const unsocialPagesMeasure: Measure = {
  id: "unsocial-pages",
  name: "Pages at night and on weekends",
  unit: "count",
  formula:
    "pages at night (`policies.night`) or on Saturday or Sunday, in the zone of the team's roster, or the site's; one at night on a weekend counts once",
  misleads: "Where somebody is awake at work at that hour, it is no night for them.",
  of(scope) {
    const { knowledgeBase } = scope;
    const { night } = knowledgeBase.site.policies;
    const zone = ({ page }: PlacedPage) => zoneOf(knowledgeBase.look.team.get(page.team), knowledgeBase);
    const pages = pagesOfScope(scope).map((placed) => ({
      placed,
      night: isAtNight(epochOf(placed.page.at), zone(placed), night),
      weekend: isOnWeekend(epochOf(placed.page.at), zone(placed)),
    }));
    if (pages.length === 0) return { value: { kind: "none", why: noPages(scope) }, inputs: [], leftOut: [] };
    const counted = pages.filter((each) => each.night || each.weekend);
    return {
      value: countValue(scope, counted.length, [
        { name: "at night", value: counted.filter((each) => each.night).length },
        { name: "on weekends", value: counted.filter((each) => each.weekend).length },
      ]),
      inputs: counted.map((each) =>
        inputOfPage(
          each.placed,
          [each.night ? "night" : "", each.weekend ? "weekend" : ""].filter(Boolean).join(", "),
        ),
      ),
      leftOut: pages
        .filter((each) => !each.night && !each.weekend)
        .map(({ placed }) => leftOutOfPage(placed, "by day, on a working day")),
    };
  },
};
