import { WishReader, type WordList } from "../drafts/known-words.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { alertRoute } from "../on-call/alert-route.ts";
import { onCallAt } from "../on-call/on-call-at.ts";
import type { Epoch } from "../time.ts";
import type { Signal } from "./signal.ts";

/** A signal in our own words: whose it is, what it asks for, how severe an incident of it is. */
export interface PlacedSignal {
  readonly signal: Signal;
  readonly service: Entry<"service"> | undefined;
  readonly response: "page" | "ticket" | "ignore";
  readonly severity: string;
  /** Whether the severity stands in a route or was sent, and not only assumed. */
  readonly severityIsKnown: boolean;
}

/** A signal by the routes of site.yaml, then by its own words, then by the services that declare its alert. */
export function placeSignal(knowledgeBase: KnowledgeBase, signal: Signal): PlacedSignal {
  const { site, services } = knowledgeBase;
  const route = alertRoute(site.alerting, signal.name, signal.labels);
  const declaring = services.filter(({ data }) => data.alerts.some(({ name }) => name === signal.name));
  const id =
    route?.service ??
    knownWord(knowledgeBase, "service", signal.service) ??
    (declaring.length === 1 ? declaring[0]!.id : undefined);
  const service = services.find((each) => each.id === id);
  const declared = service?.data.alerts.find(({ name }) => name === signal.name);
  const sent = route?.severity ?? knownWord(knowledgeBase, "severity", signal.severity);
  return {
    signal,
    service,
    response: route?.response ?? declared?.response ?? "page",
    severity: sent ?? assumedSeverity(knowledgeBase),
    severityIsKnown: sent !== undefined,
  };
}

/** Who commands an incident of a service at first: the primary on call of the team that owns it. */
export function commanderOnCall(
  { look }: KnowledgeBase,
  service: string | undefined,
  at: Epoch,
): string | undefined {
  const owner = service === undefined ? undefined : look.service.get(service)?.data.owner;
  const roster = owner === undefined ? undefined : look.team.get(owner)?.roster;
  return roster === undefined ? undefined : onCallAt(roster, at).running[0]?.person;
}

/** The id of a word of a closed list, by whichever spelling; `undefined` where it is not on it. */
export function knownWord(
  knowledgeBase: KnowledgeBase,
  list: WordList,
  word: string | undefined,
): string | undefined {
  const read = new WishReader(knowledgeBase);
  const known = read.word("word", list, word);
  return read.problems.length === 0 ? known : undefined;
}

/** The highest severity that asks for no postmortem; people raise it in a word. */
function assumedSeverity({ taxonomy: { severities } }: KnowledgeBase): string {
  return (severities.find(({ postmortem }) => !postmortem.required) ?? severities.at(-1)!).id;
}
