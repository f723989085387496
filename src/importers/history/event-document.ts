import { epochOf } from "../../core/time.ts";
import type { ImportedDocument } from "../markdown/import-types.ts";
import { importedDocument } from "../markdown/imported-document.ts";
import type { FrontMatterValue } from "../markdown/write-front-matter.ts";
import { asLine } from "./as-line.ts";
import type { ComponentIds } from "./component-services.ts";
import type { ForeignHistory, ForeignIncident, ForeignWork } from "./foreign-history.ts";
import type { WrittenInstant } from "./written-instant.ts";

/** What the document of an event needs besides the event. */
export interface EventMaking {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly ids: ComponentIds;
  readonly severity: string;
  readonly format: ForeignHistory["format"];
  readonly digest: (text: string) => string;
}

/** An incident that customers could read of, as a record that they still can. */
export function incidentDocument(event: ForeignIncident, making: EventMaking): ImportedDocument {
  const { ids, severity } = making;
  const start = milestone(event.start);
  const fields: Record<string, FrontMatterValue | undefined> = {
    title: asLine(event.title),
    visibility: "public",
    severity: { initial: severity, peak: severity },
    services: ids.of(event.components),
    customerVisible: true,
    milestones: {
      started: start,
      detected: start,
      resolved: event.end === undefined ? undefined : milestone(event.end),
    },
    impact: list(
      event.impact.map(({ component, level, from, to }) => ({
        service: ids.of([component])[0]!,
        level,
        from,
        to,
      })),
    ),
    updates: list(inOrder(event.updates).map((update) => ({ ...update }))),
    aliases: list([...making.aliases]),
  };
  return written("incidents", event, fields, making);
}

/** Planned work. */
export function workDocument(event: ForeignWork, making: EventMaking): ImportedDocument {
  const fields: Record<string, FrontMatterValue | undefined> = {
    title: asLine(event.title),
    visibility: "public",
    announced: event.announced,
    schedule: { from: event.start.at, to: event.to },
    services: making.ids.of(event.components).map((service) => ({ service, expected: event.expected })),
    states: list(inOrder(event.states)),
    updates: list(inOrder(event.updates).map((update) => ({ ...update }))),
    aliases: list([...making.aliases]),
  };
  return written("maintenance", event, fields, making);
}

/**
 * Where an event came from, its own name first: behind the name of a folder it would be a passage of internal words that
 * public addresses repeat, and the leak gate could not tell the two.
 */
export function originOf({ from }: ForeignIncident | ForeignWork): string {
  const slash = from.lastIndexOf("/");
  return from.includes("#") || slash === -1 ? from : `${from.slice(slash + 1)} in ${from.slice(0, slash)}`;
}

function written(
  folder: string,
  event: ForeignIncident | ForeignWork,
  fields: Readonly<Record<string, FrontMatterValue | undefined>>,
  { id, format, digest }: EventMaking,
): ImportedDocument {
  return importedDocument(`${folder}/${id}.mdx`, originOf(event), fields, event.body, digest, format);
}

function milestone({ at, precision }: WrittenInstant): FrontMatterValue {
  return precision === undefined ? at : { at, precision };
}

function list(items: readonly FrontMatterValue[]): readonly FrontMatterValue[] | undefined {
  return items.length > 0 ? items : undefined;
}

function inOrder<T extends { readonly at: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => epochOf(a.at) - epochOf(b.at));
}
