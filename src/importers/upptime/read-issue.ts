import { epochOf } from "../../core/time.ts";
import type { ForeignIncident, ForeignWork, LeftOut } from "../history/foreign-history.ts";
import { readInstant, type WrittenInstant } from "../history/written-instant.ts";
import { EMPTY_ADDRESS_BOOK } from "../markdown/address.ts";
import { notebook, type TakeNote } from "../markdown/note.ts";
import { toSafeMdx } from "../markdown/to-safe-mdx.ts";
import { type Json, listOf, textOf } from "../statuspage/json-reader.ts";

type Sites = readonly { readonly name: string; readonly slug: string }[];

/** An issue that Upptime opened, or that announces planned work; `undefined` for any other. */
export function readIssue(
  issue: Json,
  from: string,
  sites: Sites,
  lineOf: (owner: string, value?: string) => number | undefined,
): ForeignIncident | ForeignWork | LeftOut | undefined {
  const labels = new Set(listOf(issue, "labels").flatMap((label) => textOf(label, "name") ?? []));
  const planned = labels.has("maintenance");
  if (issue.pull_request !== undefined || (!planned && !labels.has("status"))) return undefined;
  const { notes, take } = notebook();
  const written = textOf(issue, "title") ?? "";
  const number = textOf(issue, "number") ?? "";
  const text = textOf(issue, "body") ?? "";
  const body = toSafeMdx(text.replace(/<!--[\s\S]*?-->/g, ""), EMPTY_ADDRESS_BOOK);
  if (body) notes.push(...body.notes.map(({ line: _line, ...note }) => note));
  const components = sites
    .filter(({ slug, name }) => labels.has(slug) || labels.has(name) || written.includes(`${name} `))
    .map(({ name }) => name);
  const dateOf = (value: string | undefined) => instantIn(value, lineOf(written, value), take);
  const common = {
    from,
    title: written.replace(/^[^\p{L}\p{N}]+/u, ""),
    names: [number],
    components,
    body: body?.mdx ?? "",
    notes,
  };
  if (planned) return workOf(text, common, sites, dateOf, textOf(issue, "created_at"));
  const start = dateOf(textOf(issue, "created_at"));
  if (!start) return { from, why: "nothing says when it began", notes };
  const closed = textOf(issue, "closed_at");
  let end = dateOf(closed);
  if (end && epochOf(end.at) < epochOf(start.at)) {
    take(
      "problem",
      "reversed-dates",
      lineOf(written, closed),
      `it ends at ${closed}, before it begins at ${start.at}`,
    );
    end = { at: start.at, precision: "day" };
  }
  const level = /degraded/i.test(written) ? "degraded_performance" : "major_outage";
  take("mapped", "title", undefined, `${written}: ${level} from opening to closing`);
  const counts = end === undefined || (!end.precision && epochOf(end.at) > epochOf(start.at));
  const impact = counts
    ? components.map(
        (component) => ({ component, level, from: start.at, ...(end ? { to: end.at } : {}) }) as const,
      )
    : [];
  return { ...common, kind: "incident", start, ...(end ? { end } : {}), impact, updates: [] };
}

/** Planned work says its window in a comment of its text: `start: …`, `end: …`, `expectedDown: …`. */
function workOf(
  text: string,
  common: Omit<ForeignWork, "kind" | "start" | "to" | "expected" | "states" | "updates">,
  sites: Sites,
  dateOf: (value: string | undefined) => WrittenInstant | undefined,
  created: string | undefined,
): ForeignWork | LeftOut {
  const field = (name: string) => new RegExp(`^\\s*${name}:\\s*(.+?)\\s*$`, "m").exec(text)?.[1];
  const start = dateOf(field("start"));
  const end = dateOf(field("end"));
  if (!start || !end || epochOf(end.at) <= epochOf(start.at))
    return { from: common.from, why: "nothing says from when to when it was planned", notes: common.notes };
  const down = field("expectedDown")
    ?.split(",")
    .map((slug) => slug.trim());
  const slow = field("expectedDegraded")
    ?.split(",")
    .map((slug) => slug.trim());
  const hit = sites
    .filter(({ slug }) => down?.includes(slug) || slow?.includes(slug))
    .map(({ name }) => name);
  const announced = dateOf(created);
  return {
    ...common,
    kind: "maintenance",
    components: hit.length > 0 ? hit : common.components,
    start,
    to: end.at,
    expected: down ? "major_outage" : slow ? "degraded_performance" : "none",
    ...(announced ? { announced: announced.at } : {}),
    states: [],
    updates: [],
  };
}

function instantIn(
  value: string | undefined,
  line: number | undefined,
  take: TakeNote,
): WrittenInstant | undefined {
  if (value === undefined) return undefined;
  const read = readInstant(value, "UTC");
  if (read.ok && !read.instant.precision) return read.instant;
  take("problem", "impossible-date", line, read.ok ? (read.remark ?? value) : read.why);
  return undefined;
}
