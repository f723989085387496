import { durationOf, epochOf } from "../../time.ts";
import type { Input, Measure, Scope } from "./measure.ts";
import { inputOfPage, leftOutOfPage, pagesOfScope } from "./pages-of-scope.ts";

/** M7: actionable pages ÷ shifts of a normal length. */
export const pagesPerShiftMeasure: Measure = {
  id: "pages-per-shift",
  code: "M7",
  name: "Pages per shift",
  unit: "rate",
  formula:
    "actionable pages ÷ (hours on call ÷ length of a normal shift, `longWork`), shifts without pages included; grouped: pages of one incident count once; a service counts the pages that name it over the shifts of its team, another slice those of its incidents over all shifts",
  misleads: "A quiet shift may have been a lucky one; numbers need what people say of them.",
  of(scope) {
    const team = teamOf(scope);
    const inputs: Input[] = [];
    let hours = 0;
    for (const { file, id, data } of scope.knowledgeBase.onCallLogs)
      for (const [index, shift] of data.shifts.entries()) {
        if (team !== undefined && shift.team !== team) continue;
        const from = Math.max(epochOf(shift.from), scope.period.from);
        const to = Math.min(epochOf(shift.to), scope.period.to, scope.now);
        if (from >= to) continue;
        hours += to - from;
        const title = `${shift.team}, ${shift.person}`;
        inputs.push({ file, id, title, fields: [["shifts", index]], value: to - from });
      }
    const pages = pagesOfScope(scope);
    const actionable = pages.filter(({ page }) => page.actionable);
    const leftOut = pages
      .filter(({ page }) => !page.actionable)
      .map((page) => leftOutOfPage(page, "nobody had to act"));
    const shifts = hours / durationOf(scope.knowledgeBase.site.policies.longWork);
    if (shifts === 0) {
      const why = `No shift${team === undefined ? "" : ` of team ${team}`} is recorded in this period.`;
      return { value: { kind: "none", why }, inputs: [], leftOut };
    }
    const grouped = new Set(actionable.map((each) => each.page.incident ?? each));
    return {
      value: {
        kind: "rate",
        part: actionable.length,
        whole: shifts,
        parts: [{ name: "grouped by incident", value: grouped.size }],
      },
      inputs: [...inputs, ...actionable.map((page) => inputOfPage(page, "page"))],
      leftOut,
    };
  },
};

/** The team whose shifts count: that of a slice, or of its service; all shifts for any other. */
function teamOf({ slice, knowledgeBase }: Scope): string | undefined {
  if (slice?.by === "team") return slice.value;
  return slice?.by === "service" ? knowledgeBase.look.service.get(slice.value)?.data.owner : undefined;
}
