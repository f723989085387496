import { isoWeek } from "../iso-week.ts";
import { agendaMarkdown } from "../reports/agenda-markdown.ts";
import { dateIn } from "../time.ts";
import type { Rhythm } from "../views/reviews/agenda.ts";
import { addressOfAgenda, agendaView } from "../views/reviews/review-pages.ts";
import type { ViewContext } from "../views/view-context.ts";
import type { IssueAnswer } from "./answers.ts";
import type { GitHubPlan, PlannedEffect } from "./github-plan.ts";
import { bodyOf, issueKey } from "./issue-body.ts";

/** By it digests are found. */
export const DIGEST_LABEL = "digest";

/**
 * The one digest of this week, month or quarter of the site's zone, made where there is none yet, whenever it is asked
 * for; those of earlier times are closed. `issues` carry the label.
 */
export function planDigest(context: ViewContext, rhythm: Rhythm, issues: readonly IssueAnswer[]): GitHubPlan {
  const { site } = context.projection;
  const { key, title } = periodOf(rhythm, dateIn(context.now, site.timeZone));
  const own = issues.filter(({ body }) => issueKey(body)?.startsWith(`digest/${rhythm}/`));
  const made = own.some(({ body }) => issueKey(body) === key);
  const effects: PlannedEffect[] = [];
  if (!made) {
    const agenda = agendaView(context, rhythm);
    const page = `${/^https?:\/\/[^/]+/.exec(site.url)?.[0] ?? ""}${context.base}${addressOfAgenda(rhythm).slice(1)}`;
    effects.push({
      effect: {
        do: "create-issue",
        key,
        title,
        body: bodyOf([
          `${agenda.period}. [The same as a page](${page}). Write down what is decided: \`${agenda.command}\``,
          ...agendaMarkdown(agenda, site.url),
        ]),
        labels: [DIGEST_LABEL],
        assignees: [],
      },
      why: `there is no ${title.toLowerCase()} yet`,
    });
  }
  for (const { number, state, body } of own)
    if (state === "open" && issueKey(body) !== key)
      effects.push({
        effect: { do: "update", of: { number }, state: "closed", reason: "completed" },
        why: "a newer one takes its place",
      });
  return { effects, remarks: [] };
}

function periodOf(rhythm: Rhythm, day: string): { readonly key: string; readonly title: string } {
  const [year = "", month = ""] = day.split("-");
  if (rhythm === "week") {
    const week = isoWeek(day);
    return {
      key: `digest/week/${week.toLowerCase()}`,
      title: `Digest of week ${week.slice(6)}, ${week.slice(0, 4)}`,
    };
  }
  if (rhythm === "month")
    return { key: `digest/month/${year}-${month}`, title: `Review of the month, ${year}-${month}` };
  const quarter = Math.ceil(Number(month) / 3);
  return { key: `digest/quarter/${year}-q${quarter}`, title: `Review of the quarter, Q${quarter} ${year}` };
}
