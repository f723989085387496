import { readYaml } from "../../core/parse/read-yaml.ts";
import { epochOf } from "../../core/time.ts";
import type {
  ForeignComponent,
  ForeignHistory,
  ForeignIncident,
  ForeignWork,
  LeftOut,
} from "../history/foreign-history.ts";
import { fromOf, slugOf } from "../markdown/entry-id.ts";
import type { SourceFile } from "../markdown/import-types.ts";
import { type Note, notebook } from "../markdown/note.ts";
import { isObject, type Json, lineFinder, listOf, objectsIn, textOf } from "../statuspage/json-reader.ts";
import { readIssue } from "./read-issue.ts";

/** An Upptime repository as its files stand, with its issues beside them as GitHub's API answers them. */
export interface UpptimeSource {
  readonly source: string;
  readonly files: readonly SourceFile[];
}

/** Upptime's configuration, issues and daily minutes → a history; minutes that no issue explains are named, never dated. */
export function readUpptime({ source, files }: UpptimeSource): ForeignHistory {
  const config = configOf(files);
  const sites = listOf(config, "sites").flatMap((site) => {
    const name = textOf(site, "name");
    return name === undefined ? [] : [{ name, slug: textOf(site, "slug") ?? slugOf(name) }];
  });
  const events: (ForeignIncident | ForeignWork)[] = [];
  const leftOut: LeftOut[] = [];
  for (const file of files.filter(({ path }) => /(?:^|\/)issues[^/]*\.json$/i.test(path)))
    for (const issue of issuesIn(file)) {
      const from = fromOf(source, `${file.path}#${textOf(issue, "number") ?? ""}`);
      const read = readIssue(issue, from, sites, lineFinder(file.text));
      if (read === undefined) continue;
      if ("why" in read) leftOut.push(read);
      else events.push(read);
    }
  for (const file of files.filter(({ path }) => /(?:^|\/)history\/summary\.json$/i.test(path)))
    leftOut.push(unexplained(file, fromOf(source, file.path), events));
  const website = isObject(config["status-website"]) ? config["status-website"] : undefined;
  const name = textOf(website, "name");
  const cname = textOf(website, "cname");
  return {
    format: "upptime",
    ...(name ? { name } : {}),
    ...(cname ? { url: `https://${cname}/` } : {}),
    components: sites.map(({ name }): ForeignComponent => ({ name })),
    events,
    leftOut,
  };
}

function configOf(files: readonly SourceFile[]): Json {
  const file = files.find(({ path }) => /(?:^|\/)\.upptimerc\.ya?ml$/i.test(path));
  if (!file) return {};
  const { value } = readYaml(file.path, file.text.replaceAll("\r\n", "\n"), 1);
  return isObject(value) ? value : {};
}

function issuesIn({ text }: SourceFile): Json[] {
  try {
    return objectsIn(JSON.parse(text));
  } catch {
    return [];
  }
}

/** Days on which a site was down for minutes that no incident covers: nobody can say from when to when. */
function unexplained(
  file: SourceFile,
  from: string,
  events: readonly (ForeignIncident | ForeignWork)[],
): LeftOut {
  const { notes, take } = notebook();
  const lineOf = lineFinder(file.text);
  for (const site of issuesIn(file)) {
    const name = textOf(site, "name") ?? textOf(site, "slug") ?? "a site";
    const days = isObject(site.dailyMinutesDown) ? site.dailyMinutesDown : {};
    for (const [day, minutes] of Object.entries(days))
      if (!events.some((event) => covers(event, name, day)))
        take(
          "dropped",
          "minutes-down",
          lineOf(textOf(site, "name") ?? name, day),
          `${name} was down for ${minutes} min on ${day}, and no issue says when`,
        );
  }
  return { from, why: "it counts minutes, and issues say when", notes: notes as readonly Note[] };
}

function covers(event: ForeignIncident | ForeignWork, name: string, day: string): boolean {
  if (event.kind !== "incident" || !event.components.includes(name)) return false;
  const start = Date.parse(`${day}T00:00:00Z`);
  const end = event.end === undefined ? Number.POSITIVE_INFINITY : epochOf(event.end.at);
  return epochOf(event.start.at) < start + 86_400_000 && end >= start;
}
