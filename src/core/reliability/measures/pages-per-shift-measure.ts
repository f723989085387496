import { durationOf, epochOf } from "../../time.ts";
import type { Input, LeftOut, Measure, Part, Scope } from "./measure.ts";

/** M7: actionable pages ÷ shifts of a normal length. */
export const pagesPerShiftMeasure: Measure = {
  id: "pages-per-shift",
  code: "M7",
  name: "Pages per shift",
  unit: "rate",
  formula:
    "actionable pages ÷ (hours on call ÷ length of a normal shift, `longWork`), shifts without pages included; grouped: pages of one incident count once",
  misleads: "A quiet shift may have been a lucky one; numbers need what people say of them.",
  of(scope) {
    const teams = teamOf(scope);
    const inputs: Input[] = [];
    const leftOut: LeftOut[] = [];
    let hours = 0;
    let raw = 0;
    let loose = 0;
    const incidents = new Set<string>();
    for (const log of scope.knowledgeBase.onCallLogs) {
      const named = { file: log.file, id: log.id, title: log.id };
      for (const [index, shift] of log.data.shifts.entries()) {
        if (teams !== undefined && shift.team !== teams) continue;
        const from = Math.max(epochOf(shift.from), scope.period.from);
        const to = Math.min(epochOf(shift.to), scope.period.to, scope.now);
        if (from >= to) continue;
        hours += to - from;
        inputs.push({
          ...named,
          title: `${shift.team}, ${shift.person}`,
          fields: [["shifts", index]],
          value: to - from,
        });
      }
      for (const [index, page] of log.data.pages.entries()) {
        const at = epochOf(page.at);
        if ((teams !== undefined && page.team !== teams) || at < scope.period.from || at >= scope.period.to)
          continue;
        const place = { ...named, title: page.alert };
        if (!page.actionable) {
          leftOut.push({ ...place, field: ["pages", index], why: "nobody had to act" });
          continue;
        }
        raw++;
        if (page.incident === undefined) loose++;
        else incidents.add(page.incident);
        inputs.push({ ...place, fields: [["pages", index]], value: "page" });
      }
    }
    const shifts = hours / durationOf(scope.knowledgeBase.site.policies.longWork);
    if (shifts === 0)
      return { value: { kind: "none", why: "No shift is recorded in this period." }, inputs: [], leftOut };
    const parts: Part[] = [{ name: "grouped by incident", value: loose + incidents.size }];
    return { value: { kind: "rate", part: raw, whole: shifts, parts }, inputs, leftOut };
  },
};

/** The team that pages are counted for; pages have no other dimension. */
function teamOf({ slice, knowledgeBase }: Scope): string | undefined {
  if (slice === undefined) return undefined;
  if (slice.by === "team") return slice.value;
  if (slice.by === "service") return knowledgeBase.look.service.get(slice.value)?.data.owner ?? "";
  return "";
}
