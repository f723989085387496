import type { Entry } from "../knowledge-base/knowledge-base.ts";
import { impactDuration } from "../reliability/impact-duration.ts";
import { timeToAcknowledge } from "../reliability/time-to-acknowledge.ts";
import { timeToDetect } from "../reliability/time-to-detect.ts";
import { timeToMitigate } from "../reliability/time-to-mitigate.ts";
import { timeToRestore } from "../reliability/time-to-restore.ts";
import { epochOf } from "../time.ts";
import { durationWords } from "../words/duration-words.ts";
import type { ShownInstant } from "../words/instant-words.ts";
import { type ActionItemRow, actionItemRow } from "./action-item-view.ts";
import { bodyHtml, timelineHtml } from "./body-html.ts";
import { type IncidentRow, incidentRow } from "./incident-row.ts";
import { type MilestoneBar, milestoneBar, milestoneList } from "./milestone-bar.ts";
import { relatedIncidents } from "./related-incidents.ts";
import { IMPACT_STATES, POSTMORTEM_STATES, type Shown, type ShownState } from "./shown.ts";
import {
  personName,
  shownEntry,
  shownInstant,
  shownNow,
  shownOf,
  shownTerm,
  type ViewContext,
} from "./view-context.ts";

/** Everything that the page of an incident shows. */
export interface IncidentView {
  /** The instant of the build, while the incident lasts. */
  readonly asOf?: ShownInstant;
  readonly row: IncidentRow;
  readonly bar?: MilestoneBar;
  readonly milestones: readonly { readonly word: string; readonly at: ShownInstant }[];
  readonly impact: readonly {
    readonly service: Shown;
    readonly state: ShownState;
    readonly span: string;
    readonly from: ShownInstant;
    readonly to?: ShownInstant;
  }[];
  /** The services that were hurt, each with its worst impact and the time of all its impact together. */
  readonly hurt: readonly { readonly service: Shown; readonly state: ShownState; readonly span?: string }[];
  /** Durations in words, each with what it is measured from and to. */
  readonly figures: readonly { readonly name: string; readonly value: string; readonly from: string }[];
  readonly roles: readonly { readonly role: string; readonly person: string }[];
  readonly team?: Shown;
  readonly detection?: { readonly source: Shown; readonly alert?: string; readonly note?: string };
  readonly terms: readonly { readonly vocabulary: string; readonly terms: readonly Shown[] }[];
  readonly bodyHtml: string;
  /** The record's timeline, where the body does not draw it itself. */
  readonly timelineHtml?: string;
  readonly updates: readonly {
    readonly at: ShownInstant;
    readonly status: string;
    readonly text: string;
    readonly next?: ShownInstant;
    readonly late: boolean;
  }[];
  readonly hypotheses: readonly { readonly text: string; readonly state: string; readonly by?: string }[];
  readonly runbooks: readonly { readonly runbook: Shown; readonly outcome: string; readonly note?: string }[];
  readonly related: readonly { readonly incident: Shown; readonly reason: string }[];
  readonly postmortems: readonly {
    readonly postmortem: Shown;
    readonly state: ShownState;
    readonly lesson?: string;
  }[];
  readonly actionItems: readonly ActionItemRow[];
  readonly workaround?: string;
}

/** The page of one incident. */
export function incidentView(context: ViewContext, incident: Entry<"incident">): IncidentView {
  const { data } = incident;
  const { look } = context.projection;
  const bar = milestoneBar(context, incident);
  const postmortems = look.postmortemsOf.get(incident.id) ?? [];
  return {
    ...(data.milestones.resolved === undefined ? { asOf: shownNow(context) } : {}),
    row: incidentRow(context, incident),
    ...(bar === undefined ? {} : { bar }),
    milestones: milestoneList(context, incident),
    impact: data.impact.map(({ service, level, from, to }) => ({
      service: shownEntry(context, "service", service),
      state: IMPACT_STATES[level],
      from: shownInstant(context, from),
      ...(to === undefined ? {} : { to: shownInstant(context, to) }),
      span:
        to === undefined
          ? `${durationWords(Math.max(0, context.now - epochOf(from)))} so far`
          : durationWords(Math.max(0, epochOf(to) - epochOf(from))),
    })),
    hurt: hurtServices(context, incident),
    figures: figuresOf(incident),
    roles: data.roles.map(({ role, person }) => ({
      role: role.replaceAll("-", " "),
      person: personName(context, person),
    })),
    ...(data.team === undefined ? {} : { team: shownEntry(context, "team", data.team) }),
    ...(data.detection === undefined
      ? {}
      : {
          detection: {
            ...data.detection,
            source: shownTerm(context, "detectionSources", data.detection.source),
          },
        }),
    terms: [
      {
        vocabulary: "Trigger",
        terms: data.trigger === undefined ? [] : [shownTerm(context, "triggers", data.trigger)],
      },
      { vocabulary: "Layers", terms: data.layers.map((id) => shownTerm(context, "layers", id)) },
      {
        vocabulary: "Contributing factors",
        terms: data.factors.map((each) =>
          shownTerm(context, "factors", typeof each === "string" ? each : each.factor),
        ),
      },
      {
        vocabulary: "How the response failed",
        terms: data.failureModes.map((id) => shownTerm(context, "failureModes", id)),
      },
    ].filter(({ terms }) => terms.length > 0),
    bodyHtml: bodyHtml(context, incident, { incidents: [incident], actionItems: data.actionItems }),
    ...(incident.body.components.includes("Timeline") || data.timeline.length === 0
      ? {}
      : { timelineHtml: timelineHtml(context, [incident]) }),
    updates: [...data.updates].reverse().map((update, index) => ({
      at: shownInstant(context, update.at),
      status: update.status,
      text: update.text,
      ...(update.nextUpdate === undefined ? {} : { next: shownInstant(context, update.nextUpdate) }),
      late:
        index === 0 &&
        data.milestones.resolved === undefined &&
        update.nextUpdate !== undefined &&
        epochOf(update.nextUpdate) < context.now,
    })),
    hypotheses: data.hypotheses.map(({ text, state, by }) => ({
      text,
      state: state.replace("-", " "),
      ...(by === undefined ? {} : { by: personName(context, by) }),
    })),
    runbooks: data.runbooks.map(({ runbook, outcome, note }) => ({
      runbook: shownEntry(context, "runbook", runbook),
      outcome: outcome.replaceAll("-", " "),
      ...(note === undefined ? {} : { note }),
    })),
    related: relatedIncidents(context.projection, incident).map(({ incident: other, reason }) => ({
      incident: shownOf(context, other),
      reason,
    })),
    postmortems: postmortems.map((entry) => ({
      postmortem: shownOf(context, entry),
      state: POSTMORTEM_STATES[entry.data.state],
      ...(entry.data.lesson === undefined ? {} : { lesson: entry.data.lesson }),
    })),
    actionItems: [incident, ...postmortems].flatMap((entry) =>
      entry.data.actionItems.map((item, index) => actionItemRow(context, { item, entry, index })),
    ),
    ...(data.workaround === undefined ? {} : { workaround: data.workaround }),
  };
}

function hurtServices(context: ViewContext, incident: Entry<"incident">): IncidentView["hurt"] {
  const { impact } = incident.data;
  return [...new Set(impact.map(({ service }) => service))].map((service) => {
    const levels = new Set(impact.filter((each) => each.service === service).map(({ level }) => level));
    const worst = WORST_FIRST.find((level) => levels.has(level)) ?? "none";
    const time = impactDuration(incident.data, service);
    const lasting = impact.some((each) => each.service === service && each.to === undefined);
    return {
      service: shownEntry(context, "service", service),
      state: IMPACT_STATES[worst],
      ...(time === undefined || lasting ? {} : { span: durationWords(time) }),
    };
  });
}

const WORST_FIRST = ["major_outage", "partial_outage", "degraded_performance", "none"] as const;

function figuresOf(incident: Entry<"incident">): IncidentView["figures"] {
  const { data } = incident;
  const measured = [
    ["Time to detect", timeToDetect(data), "started → detected"],
    ["Time to acknowledge", timeToAcknowledge(data), "paged → acknowledged"],
    ["Time to mitigate", timeToMitigate(data), "detected → mitigated"],
    ["Time to restore", timeToRestore(data), "detected → resolved"],
  ] as const;
  return measured.flatMap(([name, value, from]) =>
    value === undefined || value < 0 ? [] : [{ name, value: durationWords(value), from }],
  );
}
