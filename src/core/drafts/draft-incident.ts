import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { type ComponentWish, knownComponents } from "../response/component-impact.ts";
import { recordedAt, toldUpdate } from "../response/told-update.ts";
import { type Incident, MILESTONES } from "../schemas/incident.ts";
import type { SeverityLevel } from "../schemas/taxonomy.ts";
import { dateIn, type Epoch, epochOf, type Instant, instantOf } from "../time.ts";
import { type Drafting, freeId, makeDraft } from "./draft.ts";
import { incidentBody } from "./incident-body.ts";
import { WishReader } from "./known-words.ts";
import { policyRemarks } from "./policy-remarks.ts";
import { slugOf } from "./slug-of.ts";

/** What somebody knows of an incident when its record is begun. */
export interface IncidentWishes {
  readonly title?: string;
  readonly publicTitle?: string;
  readonly visibility?: string;
  /** Initial and peak severity. */
  readonly severity?: string;
  readonly services?: readonly string[];
  readonly team?: string;
  readonly customerVisible?: boolean;
  /** When it began to hurt; unknown when absent. */
  readonly started?: Instant;
  /** When it was noticed; the present when absent. */
  readonly detected?: Instant;
  /** When it was over; it is open when absent. */
  readonly resolved?: Instant;
  /** How badly every named service was hurt. */
  readonly impact?: "major_outage" | "partial_outage" | "degraded_performance" | "none";
  readonly commander?: string;
  readonly source?: string;
  readonly alert?: string;
  readonly trigger?: string;
  readonly signature?: string;
  /** By what the monitoring system knows it, so that repeats find it. */
  readonly alertKey?: string;
  /** The issue in which it is driven. */
  readonly tracker?: string;
  /** What is known of its course already. */
  readonly timeline?: readonly TimelineWish[];
  /** Words of whoever reported it, not yet read by anybody: kept as they are, for colleagues alone. */
  readonly reported?: string;
  /** Free words about what is known so far, Markdown. */
  readonly summary?: string;
  /** How badly single services are hurt, besides or instead of `impact`. */
  readonly components?: readonly ComponentWish[];
  /** What customers are told at once. */
  readonly update?: string;
  readonly status?: Incident["updates"][number]["status"];
  /** When the next update is promised: an instant, or a length of time from now. */
  readonly nextUpdate?: string;
  /** Who tells them. */
  readonly by?: string;
}

/** An entry of the timeline as it is written down. */
export interface TimelineWish {
  readonly at: Instant;
  readonly kind?: Incident["timeline"][number]["kind"];
  readonly text: string;
  readonly by?: string;
  readonly evidence?: readonly { readonly title: string; readonly url: string }[];
}

/** The one way in which the record of an incident begins, whoever or whatever begins it. */
export function draftIncident(knowledgeBase: KnowledgeBase, wishes: IncidentWishes, now: Epoch): Drafting {
  const read = new WishReader(knowledgeBase);
  const title = read.line("title", wishes.title);
  const publicTitle =
    wishes.publicTitle === undefined ? undefined : read.line("public title", wishes.publicTitle);
  const visibility = read.word("visibility", "visibility", wishes.visibility ?? "internal");
  if (wishes.severity === undefined) read.refuse("severity", "Expected a severity, found nothing");
  const severity = read.word("severity", "severity", wishes.severity);
  const components = knownComponents(read, wishes.components);
  const named = read.words("service", "service", wishes.services);
  const services = [...new Set([...named, ...components.map(({ service }) => service)])];
  if (services.length === 0) read.refuse("service", "Expected at least one service, found nothing");
  const team = read.word("team", "team", wishes.team) ?? ownerOf(knowledgeBase, services[0]);
  const person = read.word("commander", "person", wishes.commander);
  const source = read.word(
    "source",
    "detection source",
    wishes.source ?? (wishes.alert === undefined ? undefined : "alert"),
  );
  const trigger = read.word("trigger", "trigger", wishes.trigger);
  const started = read.instant("started", wishes.started);
  const detected = read.instant("detected", wishes.detected) ?? instantOf(Math.floor(now / 60_000) * 60_000);
  const resolved = read.instant("resolved", wishes.resolved);
  if (resolved !== undefined && started === undefined)
    read.refuse("started", "Expected when it started, because it is resolved");
  if (wishes.update === undefined && (wishes.status ?? wishes.nextUpdate ?? wishes.by) !== undefined)
    read.refuse(
      "update",
      "Expected the words of an update, because its status, its promise or its author is given",
    );
  const told =
    wishes.update === undefined
      ? undefined
      : toldUpdate(read, { ...wishes, components }, wishes.status ?? "investigating", recordedAt(now));
  if (read.problems.length > 0) return { ok: false, problems: read.problems };
  const policy = knowledgeBase.taxonomy.severities.find(({ id }) => id === severity)!;
  const milestones = {
    started,
    detected,
    ...(resolved === undefined ? { declared: instantOf(Math.floor(now / 60_000) * 60_000) } : { resolved }),
  };
  if (resolved === undefined && epochOf(detected) > now)
    delete (milestones as { declared?: string }).declared;
  const from = started ?? detected;
  const impact = services.flatMap((service) => {
    const level = components.find((component) => component.service === service)?.level ?? wishes.impact;
    return level === undefined ? [] : [{ service, level, from, to: resolved }];
  });
  const id = freeId(
    knowledgeBase,
    "incident",
    `${dateIn(epochOf(from), knowledgeBase.site.timeZone)}-${slugOf(title)}`,
  );
  return makeDraft(
    "incident",
    id,
    [
      { title, publicTitle, visibility },
      { remarks: policyRemarks(policy) },
      {
        severity: { initial: policy.id, peak: policy.id },
        services,
        team,
        customerVisible: wishes.customerVisible ? true : undefined,
      },
      { remarks: [`Add when known: ${missingMilestones(milestones).join(", ")}.`] },
      { milestones, impact: impact.length > 0 ? impact : undefined },
      { remarks: remarksFor(policy, impact.length > 0) },
      { roles: person === undefined ? undefined : [{ role: "incident-commander", person, from: detected }] },
      {
        detection: source === undefined ? undefined : { source, alert: wishes.alert, key: wishes.alertKey },
        trigger,
        signature: wishes.signature,
        timeline: wishes.timeline?.length ? wishes.timeline.map((entry) => ({ ...entry })) : undefined,
        updates: told === undefined ? undefined : [{ ...told }],
        tracker: wishes.tracker,
      },
    ],
    incidentBody(policy, resolved !== undefined, wishes.summary, wishes.reported),
  );
}

function ownerOf({ look }: KnowledgeBase, service: string | undefined): string | undefined {
  return service === undefined ? undefined : look.service.get(service)?.data.owner;
}

function missingMilestones(known: Readonly<Record<string, unknown>>): string[] {
  return MILESTONES.filter((name) => known[name] === undefined && name !== "closed");
}

/** What the severity makes worth writing down at once. */
function remarksFor({ postmortem }: SeverityLevel, hasImpact: boolean): string[] {
  return [
    ...(hasImpact
      ? []
      : ["impact: one line for each service that was hurt: service, level, from, and to when it was over."]),
    ...(postmortem.required
      ? [
          "roles: at this severity somebody commands, somebody operates and somebody tells customers.",
          "timeline: what happened as it happens, each with at and text; a decision with its reasoning.",
        ]
      : []),
  ];
}
