import { draftIncident } from "../drafts/draft-incident.ts";
import { slugOf } from "../drafts/slug-of.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { type Epoch, epochOf, instantOf } from "../time.ts";
import type { AlertDecision } from "./alert-decision.ts";
import { alertNote } from "./alert-notes.ts";
import { commanderOnCall, type PlacedSignal } from "./place-signal.ts";
import { plainLine } from "./plain-words.ts";
import type { Signal } from "./signal.ts";

/** A new incident for alerts of one service: the highest severity among them, the earliest as the one that detected it. */
export function openForAlerts(
  knowledgeBase: KnowledgeBase,
  placed: readonly [PlacedSignal, ...PlacedSignal[]],
  now: Epoch,
): AlertDecision {
  const signals = placed.map(({ signal }) => signal);
  const ranks = knowledgeBase.taxonomy.severities.map(({ id }) => id);
  const rank = ({ severity }: PlacedSignal) => ranks.indexOf(severity);
  const [worst] = [...placed].sort((a, b) => rank(a) - rank(b));
  const [first] = [...signals].sort((a, b) => epochOf(a.startsAt) - epochOf(b.startsAt));
  const service = placed[0].service!;
  const before = knowledgeBase.incidents.findLast(({ data }) => data.detection?.key === first!.signature);
  const commander = commanderOnCall(knowledgeBase, service.id, now);
  const drafting = draftIncident(
    knowledgeBase,
    {
      title: titleOf(first!, service.data.title),
      severity: worst!.severity,
      services: [service.id],
      detected: instantOf(Math.floor(epochOf(first!.startsAt) / 1000) * 1000),
      alert: first!.name,
      alertKey: first!.signature,
      signature: before?.data.signature ?? slugOf(first!.name.replace(/([a-z0-9])(?=[A-Z])/g, "$1-")),
      ...(commander === undefined ? {} : { commander }),
      timeline: notesOf(signals),
      reported: "",
    },
    now,
  );
  return drafting.ok
    ? { do: "open", signals, draft: drafting.draft }
    : { do: "refuse", signals, problems: drafting.problems.map(({ message }) => `${message}.`) };
}

/** What the alert says, with the service in front where it does not name it. */
function titleOf({ name, summary }: Signal, service: string): string {
  const words = summary ?? name;
  if (words.toLowerCase().includes(service.toLowerCase())) return words;
  return plainLine(`${service}: ${words}`)!;
}

function notesOf(signals: readonly Signal[]) {
  const seen = new Set<string>();
  return [...signals]
    .sort((a, b) => epochOf(a.startsAt) - epochOf(b.startsAt))
    .filter(({ signature }) => !seen.has(signature) && seen.add(signature))
    .map((signal) => alertNote(signal, undefined));
}
