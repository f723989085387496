import type {
  ForeignComponent,
  ForeignHistory,
  ForeignIncident,
  ForeignWork,
  LeftOut,
} from "../history/foreign-history.ts";
import { fromOf } from "../markdown/entry-id.ts";
import type { SourceFile } from "../markdown/import-types.ts";
import { isObject, type Json, lineFinder, listOf, objectsIn, textOf } from "./json-reader.ts";
import { readEvent } from "./read-event.ts";

/** Answers of a Statuspage as files: of the public v2 or of the v1 that its owner can ask. */
export interface StatuspageSource {
  readonly source: string;
  readonly files: readonly SourceFile[];
}

/** Statuspage JSON, whichever of its answers were kept → the history that they tell. */
export function readStatuspage({ source, files }: StatuspageSource): ForeignHistory {
  const answers: Answer[] = [];
  const leftOut: LeftOut[] = [];
  for (const file of files) {
    const answer = answerIn(file, source);
    if (answer) answers.push(answer);
    else
      leftOut.push({
        from: fromOf(source, file.path),
        why: "it is no JSON answer of a Statuspage",
        notes: [],
      });
  }
  const page = answers.map((answer) => answer.page).find((one) => one !== undefined);
  const components = unique(answers.flatMap((answer) => answer.components));
  const events: (ForeignIncident | ForeignWork)[] = [];
  const seen = new Set<string>();
  const nameOf = new Map(components.map((component) => [textOf(component, "id"), textOf(component, "name")]));
  for (const { file, events: told } of answers)
    for (const event of told) {
      const id = textOf(event, "id") ?? "";
      if (seen.has(id)) continue;
      seen.add(id);
      const from = fromOf(source, `${file.path}#${id}`);
      const read = readEvent(event, from, lineFinder(file.text), nameOf);
      if ("why" in read) leftOut.push(read);
      else events.push(read);
    }
  const name = textOf(page, "name");
  const url = textOf(page, "url");
  return {
    format: "statuspage",
    ...(name ? { name } : {}),
    ...(url !== undefined && /^https?:/.test(url) ? { url } : {}),
    components: componentsOf(components),
    events,
    leftOut,
  };
}

interface Answer {
  readonly file: SourceFile;
  readonly page: Json | undefined;
  readonly components: readonly Json[];
  readonly events: readonly Json[];
}

/** v2 answers are objects with named lists, v1 answers are bare lists. */
function answerIn(file: SourceFile, _source: string): Answer | undefined {
  let value: unknown;
  try {
    value = JSON.parse(file.text.replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
  if (Array.isArray(value)) {
    const objects = objectsIn(value);
    const isEvent = (object: Json) => "incident_updates" in object || "impact" in object;
    if (objects.some(isEvent))
      return { file, page: undefined, components: [], events: objects.filter(isEvent) };
    if (objects.some((object) => "group" in object || "showcase" in object))
      return { file, page: undefined, components: objects, events: [] };
    return undefined;
  }
  if (!isObject(value)) return undefined;
  const page = isObject(value.page) ? value.page : undefined;
  const components = listOf(value, "components");
  const events = [...listOf(value, "incidents"), ...listOf(value, "scheduled_maintenances")];
  return page || components.length > 0 || events.length > 0 ? { file, page, components, events } : undefined;
}

function unique(components: readonly Json[]): Json[] {
  return [...new Map(components.map((component) => [textOf(component, "id"), component])).values()];
}

/** Groups are the names that their children stand under, not components of their own. */
function componentsOf(components: readonly Json[]): ForeignComponent[] {
  const groups = new Map(
    components.flatMap((one) =>
      one.group === true ? [[textOf(one, "id"), textOf(one, "name")] as const] : [],
    ),
  );
  return [...components]
    .filter((one) => one.group !== true && textOf(one, "name") !== undefined)
    .sort((a, b) => Number(a.position ?? 0) - Number(b.position ?? 0))
    .map((one) => {
      const group = groups.get(textOf(one, "group_id"));
      const description = textOf(one, "description");
      const since = textOf(one, "start_date");
      return {
        name: textOf(one, "name")!,
        ...(group === undefined ? {} : { group }),
        ...(description === undefined ? {} : { description }),
        ...(one.showcase === false ? { showcase: false } : {}),
        ...(one.only_show_if_degraded === true ? { onlyShowIfDegraded: true } : {}),
        ...(since !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(since) ? { since } : {}),
      };
    });
}
