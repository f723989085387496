import type { Entry } from "../knowledge-base/knowledge-base.ts";
import type { ShownInstant } from "../words/instant-words.ts";
import { type ActionItemRow, actionItemRow } from "./action-item-view.ts";
import { bodyHtml, timelineHtml } from "./body-html.ts";
import { type ChangesBefore, changesBefore } from "./incident/changes-before.ts";
import { type CommanderView, commanderView } from "./incident/commander-view.ts";
import { type ImpactLane, impactLanes } from "./incident/impact-lanes.ts";
import { type ImpactSpan, impactSpans } from "./incident/impact-spans.ts";
import { type IncidentCost, incidentCosts } from "./incident/incident-costs.ts";
import { type IncidentFigure, incidentFigures } from "./incident/incident-figures.ts";
import {
  type IncidentTerms,
  incidentFactors,
  incidentTerms,
  type ShownFactor,
} from "./incident/incident-terms.ts";
import { type ShownExposure, shownExposure } from "./incident/legal-duties.ts";
import { type NextUpdate, nextUpdate } from "./incident/next-update.ts";
import { type PublicTelling, publicTelling } from "./incident/public-telling.ts";
import { relatedIncidents } from "./incident/related-incidents.ts";
import { type RoleHistory, roleHistory } from "./incident/role-history.ts";
import { timeScale } from "./incident/time-scale.ts";
import { type VendorPart, vendorPart } from "./incident/vendor-part.ts";
import { type IncidentRow, incidentRow } from "./incident-row.ts";
import { type MilestoneBar, milestoneBar, milestoneList } from "./milestone-bar.ts";
import { POSTMORTEM_STATES, type Shown, type ShownState } from "./shown.ts";
import { personName, shownEntry, shownNow, shownOf, shownTerm, type ViewContext } from "./view-context.ts";

/** Everything that the page of an incident shows. */
export interface IncidentView {
  /** The instant of the build, while the incident lasts. */
  readonly asOf?: ShownInstant;
  readonly row: IncidentRow;
  readonly bar?: MilestoneBar;
  /** What each service went through, on the scale of the bar. */
  readonly lanes: readonly ImpactLane[];
  /** The update that was promised next, while the incident lasts. */
  readonly nextUpdate?: NextUpdate;
  /** What its commander needs, while the incident lasts; internal. */
  readonly commander?: CommanderView;
  readonly milestones: readonly { readonly word: string; readonly at: ShownInstant }[];
  readonly impact: readonly ImpactSpan[];
  readonly figures: readonly IncidentFigure[];
  readonly costs: readonly IncidentCost[];
  readonly roles: readonly RoleHistory[];
  readonly team?: Shown;
  /** Where the team is to be found. */
  readonly channel?: string;
  readonly tracker?: string;
  readonly detection?: { readonly source: Shown; readonly alert?: string; readonly note?: string };
  readonly terms: readonly IncidentTerms[];
  /** What contributed, where the body does not draw it itself. */
  readonly factors: readonly ShownFactor[];
  readonly bodyHtml: string;
  /** The record's timeline, where the body does not draw it itself. */
  readonly timelineHtml?: string;
  readonly changes?: ChangesBefore;
  readonly telling: PublicTelling;
  /** Open ones first. */
  readonly hypotheses: readonly ShownHypothesis[];
  readonly runbooks: readonly {
    readonly runbook: Shown;
    readonly outcome: ShownState;
    readonly automated: boolean;
    readonly note?: string;
  }[];
  readonly related: readonly { readonly incident: IncidentRow; readonly reason: string }[];
  readonly postmortems: readonly {
    readonly postmortem: Shown;
    readonly state: ShownState;
    readonly lesson?: string;
  }[];
  /** Those that the body does not draw itself. */
  readonly actionItems: readonly ActionItemRow[];
  readonly workaround?: string;
  readonly exposure?: ShownExposure;
  readonly vendor?: VendorPart;
  /** Rights that a responder lacked. */
  readonly unmetPermissions: readonly string[];
}

export interface ShownHypothesis {
  readonly text: string;
  readonly state: ShownState;
  readonly by?: string;
}

/** The page of one incident. */
export function incidentView(context: ViewContext, incident: Entry<"incident">): IncidentView {
  const { data } = incident;
  const { look } = context.projection;
  const scale = timeScale(incident, context.now);
  const postmortems = look.postmortemsOf.get(incident.id) ?? [];
  const channel = data.team === undefined ? undefined : look.team.get(data.team)?.channel;
  return {
    ...(data.milestones.resolved === undefined ? { asOf: shownNow(context) } : {}),
    row: incidentRow(context, incident),
    ...(scale === undefined ? {} : { bar: milestoneBar(context, incident, scale) }),
    lanes: impactLanes(context, incident, scale),
    ...present("nextUpdate", nextUpdate(context, incident)),
    ...present("commander", commanderView(context, incident)),
    milestones: milestoneList(context, incident),
    impact: impactSpans(context, incident),
    figures: incidentFigures(context, incident),
    costs: incidentCosts(incident),
    roles: roleHistory(context, incident),
    ...(data.team === undefined ? {} : { team: shownEntry(context, "team", data.team) }),
    ...present("channel", channel),
    ...present("tracker", data.tracker),
    ...(data.detection === undefined
      ? {}
      : {
          detection: {
            ...data.detection,
            source: shownTerm(context, "detectionSources", data.detection.source),
          },
        }),
    terms: incidentTerms(context, incident),
    factors: incident.body.components.includes("Factors") ? [] : incidentFactors(context, incident),
    bodyHtml: bodyHtml(context, incident, { incidents: [incident], actionItems: data.actionItems }),
    ...(incident.body.components.includes("Timeline") || data.timeline.length === 0
      ? {}
      : { timelineHtml: timelineHtml(context, [incident]) }),
    ...present("changes", changesBefore(context, incident)),
    telling: publicTelling(context, incident, scale),
    hypotheses: (["open", "confirmed", "ruled-out"] as const).flatMap((state) =>
      data.hypotheses
        .filter((each) => each.state === state)
        .map(({ text, by }) => ({
          text,
          state: HYPOTHESIS_STATES[state],
          ...(by === undefined ? {} : { by: personName(context, by) }),
        })),
    ),
    runbooks: data.runbooks.map(({ runbook, outcome, automated, note }) => ({
      runbook: shownEntry(context, "runbook", runbook),
      outcome: RUNBOOK_OUTCOMES[outcome],
      automated,
      ...(note === undefined ? {} : { note }),
    })),
    related: relatedIncidents(context.projection, incident).map(({ incident: other, reason }) => ({
      incident: incidentRow(context, other),
      reason,
    })),
    postmortems: postmortems.map((entry) => ({
      postmortem: shownOf(context, entry),
      state: POSTMORTEM_STATES[entry.data.state],
      ...(entry.data.lesson === undefined ? {} : { lesson: entry.data.lesson }),
    })),
    actionItems: [
      ...(incident.body.components.includes("ActionItems") ? [] : [incident]),
      ...postmortems,
    ].flatMap((entry) =>
      entry.data.actionItems.map((item, index) => actionItemRow(context, { item, entry, index })),
    ),
    ...present("workaround", data.workaround),
    ...present("exposure", shownExposure(context, incident)),
    ...present("vendor", vendorPart(context, incident)),
    unmetPermissions: data.unmetPermissions,
  };
}

const HYPOTHESIS_STATES = {
  open: { id: "open-question", word: "Open", shape: "○" },
  confirmed: { id: "confirmed", word: "Confirmed", shape: "✓" },
  "ruled-out": { id: "ruled-out", word: "Ruled out", shape: "–" },
} as const;

const RUNBOOK_OUTCOMES = {
  helped: { id: "helped", word: "Helped", shape: "✓" },
  partly: { id: "partly", word: "Helped in part", shape: "◐" },
  "did-not-help": { id: "no-help", word: "Did not help", shape: "–" },
  "did-harm": { id: "harm", word: "Did harm", shape: "▲" },
} as const;

/** A field that is there only when it has a value. */
function present<K extends string, T>(name: K, value: T | undefined): { readonly [key in K]?: T } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [key in K]?: T };
}
