import { addDuration } from "../../action-items/add-duration.ts";
import type { Interval } from "../../reliability/intervals.ts";
import { scopeOf } from "../../reliability/measures/slices.ts";
import { endOfDay } from "../../time.ts";
import { dateWords } from "../../words/instant-words.ts";
import { keptWords, shareWords } from "../../words/share-words.ts";
import { budgetsNow } from "../dashboards/service-health.ts";
import { urlOf } from "../objectives/objectives-view.ts";
import { factorsByLayer } from "../services/factors-by-layer.ts";
import { href, shownEntry, shownOf, type ViewContext } from "../view-context.ts";
import type { AgendaLine, AgendaPoint } from "./agenda.ts";
import { linked } from "./weekly-points.ts";

const MOST_FACTORS = 8;

/** What a quarter adds: game days, targets, what keeps contributing, and paths that nobody has tried. */
export function quarterlyPoints(context: ViewContext, period: Interval): AgendaPoint[] {
  const { projection, now } = context;
  const factors = factorsByLayer(context, scopeOf(projection, period, now).incidents);
  return [
    {
      id: "game-days",
      title: "Game days that are due",
      question: "Which scenario, by whom, on which day?",
      lines: gameDayLines(context),
      none: "Every service had its game day within its interval.",
    },
    {
      id: "targets",
      title: "Targets of objectives",
      question: "Is each still what users need: neither never at risk nor always missed?",
      lines: budgetsNow(context).map(({ commitment, budget }) => ({
        text: `${commitment.name}: ${commitment.objective.name ?? commitment.objective.id}`,
        url: urlOf(context, commitment),
        note: `target ${shareWords(commitment.objective.target)}, kept ${budget.availability === undefined ? "unknown" : keptWords(budget.availability)}`,
      })),
      none: "Nothing is promised yet.",
    },
    {
      id: "journeys",
      title: "Journeys without an objective",
      question: "What would its users notice first?",
      lines: projection.journeys.flatMap(({ data }) =>
        data.journeys
          .filter(({ objectives }) => objectives.length === 0)
          .map(({ name, services }) => ({
            text: name,
            note: services.map((id) => shownEntry(context, "service", id).title).join(", "),
          })),
      ),
      none: "Every journey has an objective.",
    },
    {
      id: "factors",
      title: "What keeps contributing",
      question: "Which one would be worth a project?",
      lines: (factors?.rows ?? []).slice(0, MOST_FACTORS).map(({ factor, total }) => ({
        ...linked(factor),
        note: total === "1" ? "1 incident" : `${total} incidents`,
      })),
      none: "No incident of this time names a factor.",
    },
    {
      id: "escalation",
      title: "Escalation paths that nobody has tried lately",
      question: "Who calls whom, today?",
      lines: escalationLines(context),
      none: "Every path was tried within its interval.",
    },
  ];
}

function gameDayLines(context: ViewContext): AgendaLine[] {
  const { projection, now } = context;
  const { timeZone, policies } = projection.site;
  return projection.services.flatMap((service) => {
    const every = service.data.gameDayEvery ?? policies.gameDayEvery[service.data.criticality];
    if (every === undefined || service.data.external) return [];
    const last = projection.gameDays
      .filter(({ data }) => data.services.includes(service.id))
      .map(({ data }) => data.on)
      .sort()
      .at(-1);
    if (last !== undefined && addDuration(endOfDay(last, timeZone), every, timeZone) > now) return [];
    const note = last === undefined ? "never had one" : `last on ${dateWords(last)}`;
    return [{ ...linked(shownOf(context, service)), note }];
  });
}

function escalationLines(context: ViewContext): AgendaLine[] {
  const { projection, now } = context;
  const { timeZone, policies } = projection.site;
  return projection.teams.teams.flatMap((team) =>
    team.escalation
      .filter(
        ({ lastTested }) =>
          lastTested === undefined ||
          addDuration(endOfDay(lastTested, timeZone), policies.escalationTest, timeZone) <= now,
      )
      .map(({ name, lastTested }) => ({
        text: `${team.name}: ${name}`,
        url: href(context, `/teams/${team.id}/`),
        note: lastTested === undefined ? "never tested" : `tested ${dateWords(lastTested)}`,
      })),
  );
}
