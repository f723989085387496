import type { Root } from "mdast";
import { type DatedEntry, dateEntries, type TimeContext } from "./date-entries.ts";
import { noteDoubtfulDays } from "./doubtful-days.ts";
import { stemOf } from "./entry-id.ts";
import { readHead, type SourceHead, textField } from "./front-matter.ts";
import { isTooDeep } from "./is-too-deep.ts";
import { readMoment } from "./moment.ts";
import type { TakeNote } from "./note.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import { asLine, withoutControls } from "./plain-text.ts";
import { dayOfDocument, rawTimeline } from "./raw-timeline.ts";
import { textOf } from "./text-of.ts";

/** A source as it is understood before anything is written. */
export interface ReadSource {
  readonly head: SourceHead;
  readonly root: Root;
  readonly title: string;
}

/** Text of a source file → head, tree and title; a byte-order mark and foreign line ends are passed over. */
export function readSource(path: string, text: string, note: TakeNote): ReadSource {
  const plain = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const clean = withoutControls(plain);
  if (clean !== plain)
    note("dropped", "control-characters", undefined, "Control characters became the sign for an unknown one");
  const head = readHead(path, clean, note);
  const root: Root = isTooDeep(head.body) ? { type: "root", children: [] } : parseMarkdown(head.body);
  return { head, root, title: titleOf(path, head, root) };
}

/** Times of a postmortem: its timeline as far as it is certain, and what holds for all of its times. */
export function readTimes(
  path: string,
  { head, root, title }: ReadSource,
  zone: string | undefined,
  note: TakeNote,
): { readonly entries: readonly DatedEntry[]; readonly context: TimeContext } {
  const name = stemOf(path)
    .replace(/_/g, " ")
    .replace(/^(\d{4})(\d{2})(\d{2})(?!\d)/, "$1-$2-$3");
  const days = [title, headingOf(root) ?? "", textField(head, "date") ?? "", name].flatMap(
    (words) => dayOfDocument([words]) ?? [],
  );
  const [day] = days;
  const far = days.find((other) => isFar(other, day!));
  const dateProblem = readMoment(textField(head, "date") ?? "")?.problem ?? readMoment(name)?.problem;
  if (dateProblem !== undefined) note("problem", "impossible-date", head.lineOf("date"), dateProblem);
  if (far !== undefined)
    note("problem", "dates-disagree", undefined, `It is dated ${day} in one place and ${far} in another`);
  const known = far === undefined ? day : undefined;
  const offsetNote: TakeNote = (group, what, line, text) =>
    note(group, what, line === undefined ? undefined : line + head.lineOffset, text);
  const context: TimeContext = {
    ...(known === undefined ? {} : { day: known }),
    ...(zone === undefined ? {} : { zone: { name: zone } }),
    note: offsetNote,
    lineOffset: head.lineOffset,
  };
  noteDoubtfulDays(root, head.lineOffset, note);
  const raw = rawTimeline(root);
  const dated = dateEntries(raw, context);
  const entries = agreesWith(known, dated, note) ? dated : [];
  if (raw.length > 0) {
    const text = `${entries.length} of ${raw.length} entries of the timeline have a certain instant`;
    note("mapped", "timeline-read", undefined, text);
  }
  return { entries, context };
}

/** A timeline of quite another month than its document has a wrong date somewhere, and nobody can tell where. */
function agreesWith(day: string | undefined, entries: readonly DatedEntry[], note: TakeNote): boolean {
  if (day === undefined || entries.length === 0) return true;
  if (entries.some(({ at }) => !isFar(at.slice(0, 10), day))) return true;
  note(
    "problem",
    "dates-disagree",
    undefined,
    `It is dated ${day}, its timeline begins on ${entries[0]!.at.slice(0, 10)}`,
  );
  return false;
}

function isFar(day: string, other: string): boolean {
  return Math.abs(Date.parse(day) - Date.parse(other)) > 31 * 86_400_000;
}

function titleOf(path: string, head: SourceHead, root: Root): string {
  return asLine(textField(head, "title") ?? headingOf(root) ?? "") || asLine(stemOf(path)) || "Untitled";
}

function headingOf(root: Root): string | undefined {
  const heading =
    root.children.find((node) => node.type === "heading" && node.depth === 1) ??
    root.children.find((node) => node.type === "heading");
  return heading && (heading as { depth: number }).depth <= 2 && root.children.indexOf(heading) < 3
    ? textOf(heading)
    : undefined;
}
