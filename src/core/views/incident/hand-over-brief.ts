import { addressOf } from "../../addresses.ts";
import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { instantOf } from "../../time.ts";
import type { ShownInstant } from "../../words/instant-words.ts";
import { incidentRow } from "../incident-row.ts";
import { personName, shownInstant, type ViewContext } from "../view-context.ts";
import { changesBefore } from "./changes-before.ts";
import { impactLanes } from "./impact-lanes.ts";
import { incidentCosts } from "./incident-costs.ts";
import { nextUpdate } from "./next-update.ts";
import { roleBoard } from "./role-board.ts";
import { usefulRunbooks } from "./useful-runbooks.ts";

/** How many actions and decisions a brief tells: the last ones, as the page has them all. */
const MOST_STEPS = 8;

/** All that a successor needs to know of an open incident, as plain text for a chat or a mail. */
export function handOverBrief(context: ViewContext, incident: Entry<"incident">): string {
  const row = incidentRow(context, incident);
  const { milestones, workaround } = incident.data;
  const head = [
    `${row.severity.id} · ${row.state.word}: ${row.title}`,
    `Hand-over, as of ${full(shownInstant(context, instantOf(context.now)))}`,
    addressOfIncident(context, incident.id),
  ];
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [
      "State",
      (["started", "detected", "identified", "mitigated"] as const).map((name) => {
        const milestone = milestones[name];
        if (milestone === undefined) return `${name}: not yet`;
        const [at, precision] =
          typeof milestone === "string"
            ? ([milestone] as const)
            : ([milestone.at, milestone.precision] as const);
        return `${name}: ${full(shownInstant(context, at, precision))}`;
      }),
    ],
    [
      "Impact",
      [
        ...impactLanes(context, incident, undefined).map(
          ({ service, levels }) =>
            `${service.title}: ${levels.map(({ state, span }) => `${state.word}, ${span}`).join("; ")}`,
        ),
        ...incidentCosts(incident).map(({ name, value }) => `${name}: ${value}`),
        ...(workaround === undefined ? [] : [`Workaround: ${workaround}`]),
      ],
    ],
    ["Tried and decided", stepsOf(context, incident)],
    ["Hypotheses", hypothesesOf(context, incident)],
    [
      "Who holds what",
      roleBoard(context, incident).map(
        ({ role, people }) => `${role}: ${people.length > 0 ? people.join(", ") : "nobody"}`,
      ),
    ],
    [
      "Changed shortly before",
      (changesBefore(context, incident)?.changes ?? []).map(
        ({ at, what, before, who }) => `${clock(at)} ${what} (${[before, who].filter(Boolean).join(", ")})`,
      ),
    ],
    ["Next update", [updateOf(context, incident)]],
    ["Links", linksOf(context, incident)],
  ];
  return [
    head.join("\n"),
    ...sections.flatMap(([title, lines]) =>
      lines.length === 0 ? [] : [[title, ...lines.map((line) => `- ${line}`)].join("\n")],
    ),
  ].join("\n\n");
}

function stepsOf(context: ViewContext, { data }: Entry<"incident">): string[] {
  return data.timeline
    .filter(({ kind }) => kind === "action" || kind === "decision")
    .slice(-MOST_STEPS)
    .map(({ at, text, by, precision }) => {
      const who = by === undefined ? "" : ` ${personName(context, by)}`;
      return `${clock(shownInstant(context, at, precision))}${who}: ${text}`;
    });
}

const HYPOTHESIS_ORDER = ["open", "confirmed", "ruled-out"] as const;

function hypothesesOf(context: ViewContext, { data }: Entry<"incident">): string[] {
  return HYPOTHESIS_ORDER.flatMap((state) =>
    data.hypotheses
      .filter((each) => each.state === state)
      .map(({ text, by }) => {
        const who = by === undefined ? "" : ` (${personName(context, by)})`;
        return `${state.replace("-", " ")}: ${text}${who}`;
      }),
  );
}

function updateOf(context: ViewContext, incident: Entry<"incident">): string {
  const due = nextUpdate(context, incident);
  const last = incident.data.updates.at(-1);
  const told =
    last === undefined
      ? "customers were told nothing yet"
      : `last told ${clock(shownInstant(context, last.at))}, ${last.status}`;
  return due === undefined ? `none promised; ${told}` : `due ${full(due.at)}, ${due.words}; ${told}`;
}

function linksOf(context: ViewContext, incident: Entry<"incident">): string[] {
  const { look, site } = context.projection;
  const { tracker, team } = incident.data;
  const channel = team === undefined ? undefined : look.team.get(team)?.channel;
  return [
    ...(channel === undefined ? [] : [`Channel: ${channel}`]),
    ...(tracker === undefined ? [] : [`Tracker: ${tracker}`]),
    ...usefulRunbooks(context, incident).map(
      ({ row }) => `${row.title}: ${site.url.replace(/\/?$/, addressOf("runbook", row.id))}`,
    ),
  ];
}

function addressOfIncident({ projection }: ViewContext, id: string): string {
  return projection.site.url.replace(/\/?$/, addressOf("incident", id));
}

function full({ day, utc, local }: ShownInstant): string {
  return [[day, utc].filter(Boolean).join(", "), local].filter(Boolean).join(" · ");
}

function clock({ utc, day }: ShownInstant): string {
  return utc ?? day;
}
