import { epochOf } from "../../core/time.ts";
import type { ForeignHistory, ForeignIncident, ForeignWork, LeftOut } from "../history/foreign-history.ts";
import { readInstant, type WrittenInstant } from "../history/written-instant.ts";
import { EMPTY_ADDRESS_BOOK } from "../markdown/address.ts";
import { fromOf, stemOf } from "../markdown/entry-id.ts";
import { listField, noteUnused, readHead, type SourceHead, textField } from "../markdown/front-matter.ts";
import type { SourceFile } from "../markdown/import-types.ts";
import { notebook, type TakeNote } from "../markdown/note.ts";
import { toSafeMdx } from "../markdown/to-safe-mdx.ts";
import { componentsIn, configOf } from "./cstate-config.ts";
import { trackedUpdates } from "./tracked-updates.ts";

/** A cState site as its files stand. */
export interface CstateSource {
  /** Name of the folder. */
  readonly source: string;
  readonly files: readonly SourceFile[];
  /** The zone of dates that name none. */
  readonly zone: string;
}

const FIELDS = new Set(["title", "date", "resolved", "resolvedwhen", "severity", "affected", "section"]);
const LEVELS = { down: "major_outage", disrupted: "partial_outage", notice: "none" } as const;
const LONG = 30 * 86_400_000;

/** The files of a cState site → the history that they tell; dates are taken as they are written. */
export function readCstate({ source, files, zone }: CstateSource): ForeignHistory {
  const config = configOf(files);
  const components = componentsIn(config);
  const systems = components.map(({ name }) => name);
  const events: (ForeignIncident | ForeignWork)[] = [];
  const leftOut: LeftOut[] = [];
  for (const file of files.filter(({ path }) => /\.(?:md|html)$/i.test(path))) {
    const from = fromOf(source, file.path);
    if (!/(?:^|\/)issues\/(?!_?index\.)[^/]+$/i.test(file.path)) {
      leftOut.push({ from, why: "it is a page, not an issue", notes: [] });
      continue;
    }
    const read = readIssue(file, from, systems, zone);
    if ("why" in read) leftOut.push(read);
    else events.push(read);
  }
  const name = typeof config.title === "string" ? config.title : undefined;
  const url =
    typeof config.baseURL === "string" && /^https?:/.test(config.baseURL) ? config.baseURL : undefined;
  return {
    format: "cstate",
    ...(name ? { name } : {}),
    ...(url ? { url } : {}),
    components,
    events,
    leftOut,
  };
}

function readIssue(
  file: SourceFile,
  from: string,
  systems: readonly string[],
  zone: string,
): ForeignIncident | ForeignWork | LeftOut {
  const { notes, take } = notebook();
  const head = readHead(file.path, file.text.replaceAll("\r\n", "\n"), take);
  const leave = (why: string): LeftOut => ({ from, why, notes });
  if (String(head.fields.get("informational")) === "true")
    return leave("it is an informational post, neither an incident nor planned work");
  if (head.fields.size === 0) return leave("it has no front matter between two lines of ---");
  const start = dateField(head, "date", zone, take);
  if (!start) return leave("nothing says on which day it began");
  const end = endOf(head, start, zone, take);
  const severity = textField(head, "severity")?.toLowerCase() ?? "notice";
  const level = LEVELS[severity as keyof typeof LEVELS] ?? "partial_outage";
  take("mapped", "severity", head.lineOf("severity"), `${severity} as ${level}`);
  const components = affected(head, systems, take);
  const { updates, rest } = trackedUpdates(head.body, head.lineOffset, zone, take);
  const body = toSafeMdx(rest, EMPTY_ADDRESS_BOOK, head.lineOffset);
  if (!body) return leave("no form of its text passes the limits");
  notes.push(...body.notes);
  noteUnused(head, FIELDS, take);
  const stem = stemOf(file.path);
  const common = { from, title: textField(head, "title") ?? stem, names: [stem], start, components, notes };
  const exact =
    end !== undefined && !start.precision && !end.precision && epochOf(start.at) < epochOf(end.at);
  if (severity === "notice" && exact && updates.length === 0) {
    take("mapped", "notice", head.lineOf("severity"), "as planned work, since a notice changes no state");
    return {
      ...common,
      kind: "maintenance",
      to: end.at,
      expected: "none",
      states: [],
      updates: [],
      body: body.mdx,
    };
  }
  const impact =
    level === "none" || start.precision || (end !== undefined && !exact)
      ? []
      : components.map((component) => ({ component, level, from: start.at, ...(end ? { to: end.at } : {}) }));
  return { ...common, kind: "incident", ...(end ? { end } : {}), impact, updates, body: body.mdx };
}

/** When it was over; an end that cannot be leaves only that it was over, on the day on which it began. */
function endOf(
  head: SourceHead,
  start: WrittenInstant,
  zone: string,
  take: TakeNote,
): WrittenInstant | undefined {
  const over = /^true$/i.test(String(head.fields.get("resolved")));
  const end = dateField(head, "resolvedwhen", zone, take);
  const sameDay: WrittenInstant = { at: start.at, precision: "day" };
  if (!end) {
    if (!over) return undefined;
    if (!head.fields.has("resolvedwhen"))
      take("problem", "no-end", head.lineOf("resolved"), "it is resolved and nothing says when");
    return sameDay;
  }
  const line = head.lineOf("resolvedwhen");
  const written = textField(head, "resolvedwhen");
  if (
    epochOf(end.at) < epochOf(start.at) &&
    !(end.precision && end.at.slice(0, 10) === start.at.slice(0, 10))
  ) {
    take(
      "problem",
      "reversed-dates",
      line,
      `it ends at ${written}, before it begins at ${textField(head, "date")}`,
    );
    return sameDay;
  }
  const length = epochOf(end.at) - epochOf(start.at);
  if (length > LONG)
    take(
      "problem",
      "doubtful-length",
      line,
      `it lasts ${Math.round(length / 86_400_000)} days, to ${written}`,
    );
  return end;
}

function dateField(head: SourceHead, name: string, zone: string, take: TakeNote): WrittenInstant | undefined {
  const written = textField(head, name);
  if (written === undefined) return undefined;
  const read = readInstant(written, zone);
  const line = head.lineOf(name);
  if (!read.ok) take("problem", "impossible-date", line, read.why);
  else if (read.instant.precision) take("problem", "impossible-date", line, read.remark ?? written);
  else if (read.remark !== undefined) take("mapped", "date", line, `${written}: ${read.remark}`);
  return read.ok ? read.instant : undefined;
}

/** The systems that an issue names, by the names of the configuration; a word for all of them is all of them. */
function affected(head: SourceHead, systems: readonly string[], take: TakeNote): string[] {
  const line = head.lineOf("affected");
  const names = listField(head, "affected").flatMap((name) => {
    const known = systems.find((system) => system.toLowerCase() === name.trim().toLowerCase());
    if (known !== undefined) return [known];
    if (/^all(?: (?:services|systems))?$/i.test(name.trim()) && systems.length > 0) {
      take("mapped", "all-systems", line, `${name}: every system of the configuration`);
      return systems;
    }
    take(
      "problem",
      "unknown-system",
      line,
      `${name} is no system of the configuration; a service was made of it`,
    );
    return [name.trim()];
  });
  return [...new Set(names)];
}
