import type { Incident } from "../../core/schemas/incident.ts";
import { epochOf } from "../../core/time.ts";
import { asParagraphs } from "../history/as-line.ts";
import type { ForeignIncident, ForeignUpdate, ForeignWork, LeftOut } from "../history/foreign-history.ts";
import { readInstant, type WrittenInstant } from "../history/written-instant.ts";
import { EMPTY_ADDRESS_BOOK } from "../markdown/address.ts";
import { notebook, type TakeNote } from "../markdown/note.ts";
import { toSafeMdx } from "../markdown/to-safe-mdx.ts";
import { impactOf, type Told } from "./component-impact.ts";
import { type Json, listOf, textOf } from "./json-reader.ts";

type IncidentStatus = Incident["updates"][number]["status"];
type WorkStatus = "scheduled" | "in_progress" | "verifying" | "completed";

const INCIDENT = new Set<string>(["investigating", "identified", "monitoring", "resolved"]);
const WORK = new Set<string>(["scheduled", "in_progress", "verifying", "completed"]);

/** One incident or maintenance of a Statuspage → an event of a history. */
export function readEvent(
  event: Json,
  from: string,
  lineOf: (owner: string, value?: string) => number | undefined,
  nameOf: ReadonlyMap<string | undefined, string | undefined>,
): ForeignIncident | ForeignWork | LeftOut {
  const { notes, take } = notebook();
  const id = textOf(event, "id") ?? "";
  const dateOf = (object: Json, ...names: string[]): WrittenInstant | undefined => {
    for (const name of names) {
      const written = textOf(object, name);
      if (written === undefined) continue;
      const read = readInstant(written, "UTC");
      if (read.ok && !read.instant.precision) return read.instant;
      take("problem", "impossible-date", lineOf(id, written), read.ok ? (read.remark ?? written) : read.why);
    }
    return undefined;
  };
  const told = toldBy(event, dateOf, nameOf, take);
  const postmortem = [
    textOf(event, "postmortem_body"),
    ...told.filter(({ status }) => status === "postmortem").map(({ text }) => text),
  ];
  const body = toSafeMdx(postmortem.find((text) => text !== undefined) ?? "", EMPTY_ADDRESS_BOOK);
  if (body) notes.push(...body.notes.map(({ line: _line, ...note }) => note));
  const components = listOf(event, "components").flatMap((one) => textOf(one, "name") ?? []);
  const names = [id, slugIn(textOf(event, "shortlink"))].filter((name) => name !== undefined);
  const common = {
    from,
    title: textOf(event, "name") ?? id,
    names,
    components: [
      ...new Set([...components, ...told.flatMap(({ levels }) => levels.map((one) => one.component))]),
    ],
    body: body?.mdx ?? "",
    notes,
  };
  for (const name of ["impact_override", "metadata"])
    if (textOf(event, name)) take("dropped", name, lineOf(id), `${name}: ${textOf(event, name)}`);
  const work = textOf(event, "impact") === "maintenance" || textOf(event, "scheduled_for") !== undefined;
  if (work) return workOf(event, common, told, dateOf, take, lineOf(id, textOf(event, "scheduled_until")));
  const start = dateOf(event, "started_at", "created_at") ?? first(told);
  if (!start) return { from, why: "nothing says when it began", notes };
  const end = endOf(event, start, told, dateOf, take, lineOf(id, textOf(event, "resolved_at")));
  const updates = told.flatMap(({ at, status, text }): ForeignUpdate<IncidentStatus>[] =>
    INCIDENT.has(status) && text !== "" ? [{ at, status: status as IncidentStatus, text }] : [],
  );
  const impact = impactOf(event, told, start, end, components, take);
  return { ...common, kind: "incident", start, ...(end ? { end } : {}), impact, updates };
}

type DateOf = (object: Json, ...names: string[]) => WrittenInstant | undefined;
type Common = Pick<ForeignWork, "from" | "title" | "names" | "components" | "body" | "notes">;

function workOf(
  event: Json,
  common: Common,
  told: readonly Told[],
  dateOf: DateOf,
  take: TakeNote,
  line: number | undefined,
): ForeignWork | LeftOut {
  const { from, notes } = common;
  const start = dateOf(event, "scheduled_for", "started_at", "created_at");
  const end = dateOf(event, "scheduled_until", "resolved_at");
  if (!start || !end) return { from, why: "nothing says from when to when it was planned", notes };
  if (epochOf(end.at) <= epochOf(start.at)) {
    take("problem", "reversed-dates", line, `it ends at ${end.at}, not after ${start.at}`);
    return { from, why: "its window ends before it begins", notes };
  }
  const updates = told.flatMap(({ at, status, text }): ForeignUpdate<WorkStatus>[] =>
    WORK.has(status) && text !== "" ? [{ at, status: status as WorkStatus, text }] : [],
  );
  const states = told.flatMap(({ at, status }, index) =>
    WORK.has(status) && status !== "scheduled" && told[index - 1]?.status !== status
      ? [{ state: status as WorkStatus, at }]
      : [],
  );
  const announced = dateOf(event, "created_at") ?? first(told);
  return {
    ...common,
    kind: "maintenance",
    start,
    to: end.at,
    expected: "none",
    ...(announced ? { announced: announced.at } : {}),
    states,
    updates,
  };
}

/** Everything that was said, in the order in which it was. */
function toldBy(
  event: Json,
  dateOf: DateOf,
  nameOf: ReadonlyMap<string | undefined, string | undefined>,
  take: TakeNote,
): Told[] {
  return listOf(event, "incident_updates")
    .flatMap((update): Told[] => {
      const at = dateOf(update, "display_at", "created_at");
      if (!at) return [];
      const body = textOf(update, "body") ?? "";
      const { text, cut } = asParagraphs(body);
      if (cut)
        take("dropped", "long-update", undefined, "the end of an update of more than 10,000 characters");
      const levels = listOf(update, "affected_components").flatMap((one) => {
        const component =
          nameOf.get(textOf(one, "code")) ?? textOf(one, "name")?.replace(/^.+? - (?=\S)/, "");
        const level = textOf(one, "new_status");
        return component === undefined || level === undefined ? [] : [{ component, level }];
      });
      return [{ at: at.at, status: textOf(update, "status") ?? "", text, levels }];
    })
    .sort((a, b) => epochOf(a.at) - epochOf(b.at));
}

function endOf(
  event: Json,
  start: WrittenInstant,
  told: readonly Told[],
  dateOf: DateOf,
  take: TakeNote,
  line: number | undefined,
): WrittenInstant | undefined {
  const over = /^(?:resolved|postmortem|completed)$/.test(textOf(event, "status") ?? "");
  if (!over) return undefined;
  const said = told.find(({ status }) => status === "resolved");
  const end = dateOf(event, "resolved_at") ?? (said ? { at: said.at } : undefined);
  if (end && epochOf(end.at) >= epochOf(start.at)) return end;
  take(
    "problem",
    end ? "reversed-dates" : "no-end",
    line,
    end ? `it ends at ${end.at}, before it begins at ${start.at}` : "it is resolved and nothing says when",
  );
  return { at: start.at, precision: "day" };
}

function first(told: readonly Told[]): WrittenInstant | undefined {
  return told[0] === undefined ? undefined : { at: told[0].at };
}

function slugIn(shortlink: string | undefined): string | undefined {
  return /\/([a-z0-9]{6,20})\/?$/i.exec(shortlink ?? "")?.[1];
}
