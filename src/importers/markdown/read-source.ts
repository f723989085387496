import type { Root } from "mdast";
import { type DatedEntry, dateEntries, type TimeContext } from "./date-entries.ts";
import { noteDoubtfulDays } from "./doubtful-days.ts";
import { stemOf } from "./entry-id.ts";
import { readHead, type SourceHead, textField } from "./front-matter.ts";
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
  const root = parseMarkdown(head.body);
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
  const far = days.find((other) => Math.abs(Date.parse(other) - Date.parse(day!)) > 31 * 86_400_000);
  if (far !== undefined)
    note("problem", "dates-disagree", undefined, `It is dated ${day} in one place and ${far} in another`);
  const known = far === undefined ? day : undefined;
  const offsetNote: TakeNote = (group, what, line, text) =>
    note(group, what, line === undefined ? undefined : line + head.lineOffset, text);
  const context: TimeContext = {
    ...(known === undefined ? {} : { day: known }),
    ...(zone === undefined ? {} : { zone: { name: zone } }),
    note: offsetNote,
  };
  noteDoubtfulDays(root, head.lineOffset, note);
  const raw = rawTimeline(root);
  const entries = dateEntries(raw, context);
  if (raw.length > 0)
    note(
      "mapped",
      "timeline-read",
      undefined,
      `${entries.length} of ${raw.length} entries of the timeline have a certain instant`,
    );
  return { entries, context };
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
