import { addDuration } from "../../action-items/add-duration.ts";
import type { Interval } from "../../reliability/intervals.ts";
import { figures } from "../../reliability/measures/figure.ts";
import { frequencyMeasure } from "../../reliability/measures/frequency-measure.ts";
import { pagesPerShiftMeasure } from "../../reliability/measures/pages-per-shift-measure.ts";
import { repeatMeasure } from "../../reliability/measures/repeat-measure.ts";
import { runbookFreshness } from "../../status/runbook-freshness.ts";
import { endOfDay } from "../../time.ts";
import { figureWords } from "../../words/figure-words.ts";
import { dateWords } from "../../words/instant-words.ts";
import { addressOfMeasure } from "../figures/figure-addresses.ts";
import { href, shownEntry, shownOf, shownOwner, type ViewContext } from "../view-context.ts";
import type { AgendaLine, AgendaPoint } from "./agenda.ts";

/** What a month adds: runbooks and dashboards that nobody has looked at, and how on-call was. */
export function monthlyPoints(context: ViewContext, period: Interval): AgendaPoint[] {
  const { projection, now } = context;
  return [
    {
      id: "on-call",
      title: "On-call health",
      question: "Who was woken, for what, and was it worth it?",
      lines: figures(projection, period, now, ["team"], [pagesPerShiftMeasure])
        .filter(({ value }) => value.kind !== "none")
        .map(({ slice, value }) => ({
          text: slice === undefined ? "All teams" : shownEntry(context, "team", slice.value).title,
          url: href(context, addressOfMeasure("pages-per-shift")),
          note: `${figureWords(value)} pages per shift`,
        })),
      none: "No shift is recorded in this time.",
    },
    {
      id: "runbooks",
      title: "Runbooks that nobody has followed lately",
      question: "Who walks through it, and when?",
      lines: runbookLines(context),
      none: "Every runbook was verified within its interval.",
    },
    {
      id: "dashboards",
      title: "Dashboards that nobody has reviewed lately",
      question: "Is it still true, and does anybody look at it?",
      lines: dashboardLines(context),
      none: "Every dashboard was reviewed within its interval.",
    },
    {
      id: "figures",
      title: "Figures of this time",
      question: "Is anything here a surprise?",
      lines: figures(projection, period, now, [], [frequencyMeasure, repeatMeasure]).map(
        ({ measure, value }) => ({
          text: measure.name,
          url: href(context, addressOfMeasure(measure.id)),
          note: figureWords(value),
        }),
      ),
      none: "There are no figures.",
    },
  ];
}

function runbookLines(context: ViewContext): AgendaLine[] {
  const { projection, now } = context;
  return projection.runbooks
    .filter(({ data }) => runbookFreshness(data, now, projection.site.timeZone) !== "fresh")
    .map((entry) => {
      const { title, url } = shownOf(context, entry);
      const owner = shownOwner(context, entry.data.owner)?.title;
      const on = entry.data.verified?.on;
      const since = on === undefined ? "never verified" : `verified ${dateWords(on)}`;
      return {
        text: title,
        ...(url === undefined ? {} : { url }),
        note: [owner, since].filter((part) => part !== undefined).join(" · "),
      };
    });
}

function dashboardLines(context: ViewContext): AgendaLine[] {
  const { projection, now } = context;
  const { timeZone, policies } = projection.site;
  return projection.services.flatMap((service) =>
    service.data.dashboards
      .filter(
        ({ lastReviewed }) =>
          lastReviewed === undefined ||
          addDuration(endOfDay(lastReviewed, timeZone), policies.dashboardReview, timeZone) <= now,
      )
      .map(({ title, lastReviewed, owner }) => {
        const { title: name, url } = shownOf(context, service);
        const since = lastReviewed === undefined ? "never reviewed" : `reviewed ${dateWords(lastReviewed)}`;
        return {
          text: `${name}: ${title}`,
          ...(url === undefined ? {} : { url }),
          note: [shownOwner(context, owner)?.title, since].filter((part) => part !== undefined).join(" · "),
        };
      }),
  );
}
