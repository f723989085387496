import {
  addressOf,
  addressOfPerson,
  addressOfTerm,
  basePath,
  type PageKind,
  type VOCABULARY_FOLDERS,
} from "../addresses.ts";
import type { Projection } from "../audience/project.ts";
import { fieldLines, type LineOf } from "../field-lines.ts";
import type { Entry } from "../knowledge-base/knowledge-base.ts";
import type { SourceOf } from "../locate.ts";
import type { Vocabulary } from "../schemas/taxonomy.ts";
import { incidentState } from "../status/incident-state.ts";
import { type Epoch, instantOf } from "../time.ts";
import { instantWords, type ShownInstant } from "../words/instant-words.ts";
import { INCIDENT_STATES, type Shown, type ShownSeverity, type ShownState } from "./shown.ts";

/** What every view is made with: the projection, the present, and how things are named and addressed for this reader. */
export interface ViewContext {
  readonly projection: Projection;
  readonly now: Epoch;
  readonly base: string;
  /** Where fields stand in their files; outsiders are never told, as a line moves with what they may not read. */
  readonly lineOf?: LineOf;
}

/** The context of a build. */
export function viewContext(projection: Projection, now: Epoch, sourceOf?: SourceOf): ViewContext {
  return {
    projection,
    now,
    base: basePath(projection.site.url),
    ...(projection.reader.internal && sourceOf !== undefined ? { lineOf: fieldLines(sourceOf) } : {}),
  };
}

/** An address within the site → with base path. */
export function href(context: ViewContext, address: string): string {
  return context.base + address.replace(/^\//, "");
}

/** An instant in the site's zone. */
export function shownInstant(
  context: ViewContext,
  instant: string,
  precision?: "minute" | "hour" | "day",
): ShownInstant {
  return instantWords(instant, context.projection.site.timeZone, precision);
}

/** The instant of a build, for pages that change by the minute; the others show the day alone and stay as they were. */
export function shownNow(context: ViewContext): ShownInstant {
  return shownInstant(context, instantOf(context.now));
}

/** A service, team, incident, postmortem or runbook by id; without address where this reader has no page of it. */
export function shownEntry(context: ViewContext, kind: PageKind, id: string): Shown {
  const { look } = context.projection;
  const title = kind === "team" ? look.team.get(id)?.name : look[kind].get(id)?.data.title;
  return title === undefined ? { id, title: id } : { id, title, url: href(context, addressOf(kind, id)) };
}

/** An entry that is at hand. */
export function shownOf(
  context: ViewContext,
  entry: Entry<
    PageKind extends infer K ? Extract<K, "incident" | "postmortem" | "runbook" | "service"> : never
  >,
): Shown {
  return {
    id: entry.id,
    title: entry.data.title,
    url: href(context, addressOf(entry.kind as PageKind, entry.id)),
  };
}

/** A term of a vocabulary by id. */
export function shownTerm(
  context: ViewContext,
  vocabulary: keyof typeof VOCABULARY_FOLDERS,
  id: string,
): Shown {
  const term = (
    context.projection.taxonomy[vocabulary] as readonly {
      id: string;
      name: string;
      aliases: readonly string[];
    }[]
  ).find((each) => each.id === id || each.aliases.includes(id));
  return term === undefined
    ? { id, title: id }
    : { id: term.id, title: term.name, url: href(context, addressOfTerm(vocabulary, term.id)) };
}

/** The severity that an incident is judged by: final, else peak. */
export function shownSeverity(context: ViewContext, incident: Entry<"incident">): ShownSeverity {
  const { severities } = context.projection.taxonomy;
  const id = incident.data.severity.final ?? incident.data.severity.peak;
  const index = Math.max(
    0,
    severities.findIndex((severity) => severity.id === id || severity.aliases.includes(id)),
  );
  const known = severities[index]!;
  return {
    id,
    weight: Math.min(4, index + 1) as ShownSeverity["weight"],
    name: known.name,
    url: href(context, addressOfTerm("severities", known.id)),
  };
}

/** The state of an incident. */
export function shownState(incident: Entry<"incident">): ShownState {
  return INCIDENT_STATES[incidentState(incident.data)];
}

/** A person as this reader may see them: a handle, or the role that stands behind it. */
export function personName(context: ViewContext, handle: string): string {
  if (context.projection.reader.people === "handles") return `@${handle}`;
  return context.projection.look.person.get(handle)?.role ?? "responder";
}

/** The owner of something: a team, or a person. */
export function shownOwner(context: ViewContext, owner: string | undefined): Shown | undefined {
  if (owner === undefined || owner === "") return undefined;
  return context.projection.look.team.has(owner)
    ? shownEntry(context, "team", owner)
    : shownPerson(context, owner);
}

/** A person, with the address of their page where this reader has one. */
export function shownPerson(context: ViewContext, handle: string): Shown {
  const shown = { id: handle, title: personName(context, handle) };
  return hasPeoplePages(context) && context.projection.look.person.has(handle)
    ? { ...shown, url: href(context, addressOfPerson(handle)) }
    : shown;
}

/** People have pages where everything is internal and they are named by handle, as the address names them too. */
export function hasPeoplePages({ projection: { reader } }: ViewContext): boolean {
  return reader.internal && reader.people === "handles";
}

/** The vocabularies as they stand on pages. */
export const VOCABULARY_NAMES: Readonly<Record<"severities" | Vocabulary, string>> = {
  severities: "Severities",
  layers: "Layers",
  triggers: "Triggers",
  factors: "Contributing factors",
  detectionSources: "Detection sources",
  failureModes: "Response failure modes",
};
