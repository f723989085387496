import type { Draft } from "../drafts/draft.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { durationOf, type Epoch, epochOf } from "../time.ts";
import type { AlertDecision } from "./alert-decision.ts";
import { firesByNotes, isNoted, knownSince } from "./alert-notes.ts";
import { noteAlerts } from "./note-alerts.ts";
import { openForAlerts } from "./open-for-alerts.ts";
import { type PlacedSignal, placeSignal } from "./place-signal.ts";
import type { Signal } from "./signal.ts";
import { suppressedBy } from "./suppressed-by.ts";

/**
 * What becomes of the signals of one notification. In this order: what is ignored, what was noted before, what planned
 * work explains, what belongs to an open incident (of its signature, else of its service), what is too old, what is a
 * ticket; the rest opens incidents, one per service.
 */
export function decideAlerts(
  knowledgeBase: KnowledgeBase,
  signals: readonly Signal[],
  now: Epoch,
): AlertDecision[] {
  const decisions: AlertDecision[] = [];
  const notes = new Map<Entry<"incident">, Signal[]>();
  const opening = new Map<string, PlacedSignal[]>();
  const note = (incident: Entry<"incident">, signal: Signal) =>
    notes.set(incident, [...(notes.get(incident) ?? []), signal]);
  const firing = signals.filter(({ state }) => state === "firing");
  for (const signal of firing) {
    const placed = placeSignal(knowledgeBase, signal);
    const decision = decideOne(knowledgeBase, placed, now);
    if (decision === "open")
      opening.set(placed.service!.id, [...(opening.get(placed.service!.id) ?? []), placed]);
    else if ("kind" in decision) note(decision, signal);
    else decisions.push(decision);
  }
  for (const signal of signals.filter(({ state }) => state === "resolved")) {
    const more = firing.some(({ signature }) => signature === signal.signature);
    const incident = more
      ? undefined
      : incidentOf(knowledgeBase, (entry) => firesByNotes(entry, signal) === true);
    if (incident) note(incident, signal);
    else
      decisions.push(
        nothing(signal, more ? "others of its kind fire still" : "no incident has it as firing"),
      );
  }
  for (const [incident, noted] of notes)
    decisions.push({
      do: "note",
      signals: noted,
      incident,
      ...noteAlerts(knowledgeBase, incident, noted, now),
    });
  let known = knowledgeBase;
  for (const placed of opening.values()) {
    const decision = openForAlerts(known, placed as [PlacedSignal, ...PlacedSignal[]], now);
    if (decision.do === "open") known = withTaken(known, decision.draft);
    decisions.push(decision);
  }
  return decisions;
}

function decideOne(
  knowledgeBase: KnowledgeBase,
  { signal, service, response }: PlacedSignal,
  now: Epoch,
): AlertDecision | Entry<"incident"> | "open" {
  if (response === "ignore") return nothing(signal, "a route of site.yaml says so");
  const before = incidentOf(knowledgeBase, (entry) => isNoted(entry, signal));
  if (before) return nothing(signal, `${before.id} has it already`, before.id);
  const silence = suppressedBy(knowledgeBase, signal, service?.id, now);
  if (silence) {
    const { why, suppression } = silence;
    return suppression ? { do: "suppress", signals: [signal], why, suppression } : nothing(signal, why);
  }
  const open = knowledgeBase.incidents.filter(({ data }) => data.milestones.resolved === undefined);
  const same = newest(
    open.filter((entry) => entry.data.detection?.key === signal.signature || firesByNotes(entry, signal)),
  );
  if (same && firesByNotes(same, signal))
    return nothing(signal, `${same.id} has one of its kind that fires still`, same.id);
  const near =
    same ?? newest(open.filter(({ data }) => service !== undefined && data.services.includes(service.id)));
  if (near) return near;
  const longest = durationOf(knowledgeBase.site.policies.relapseWindow);
  if (epochOf(signal.startsAt) < now - longest)
    return nothing(signal, `it began at ${signal.startsAt}, too long ago to begin an incident with`);
  if (response === "ticket") return { do: "ticket", signals: [signal], service: service?.id };
  return service === undefined ? refuse(signal) : "open";
}

function incidentOf(
  { incidents }: KnowledgeBase,
  has: (entry: Entry<"incident">) => boolean,
): Entry<"incident"> | undefined {
  return newest(incidents.filter(has));
}

function newest(entries: readonly Entry<"incident">[]): Entry<"incident"> | undefined {
  return [...entries].sort((a, b) => knownSince(b) - knownSince(a))[0];
}

function nothing(signal: Signal, why: string, incident?: string): AlertDecision {
  return { do: "nothing", signals: [signal], why, ...(incident === undefined ? {} : { incident }) };
}

function refuse(signal: Signal): AlertDecision {
  const named = signal.service === undefined ? "no service" : `the unknown service \`${signal.service}\``;
  return {
    do: "refuse",
    signals: [signal],
    problems: [
      `The alert \`${signal.name}\` names ${named}: give it a label \`service\`, a route in \`alerting\` of site.yaml, or a line in the alerts of its service.`,
    ],
  };
}

/** What is known with one id more that is taken. */
function withTaken(knowledgeBase: KnowledgeBase, { id, path }: Draft): KnowledgeBase {
  const taken = { kind: "incident" as const, id, file: path };
  return { ...knowledgeBase, broken: [...knowledgeBase.broken, taken] };
}
