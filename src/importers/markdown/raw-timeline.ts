import type { Heading, List, ListItem, Nodes, Root, Table } from "mdast";
import { POSTMORTEM_SECTIONS } from "../../core/reliability/postmortem-sections.ts";
import { dateOf, type Moment, readMoment } from "./moment.ts";
import { textOf } from "./text-of.ts";
import { declaredZone, type Zone } from "./zone.ts";

/** One entry of a timeline as it is written: its moment may lack a day or a zone. */
export interface RawEntry {
  readonly moment: Moment;
  readonly text: string;
  readonly line: number;
  /** The moment of the nearest heading above that names a day. */
  readonly under?: Moment;
  /** The zone that the section or column declares. */
  readonly zone?: Zone;
}

const TIMELINE = POSTMORTEM_SECTIONS.find(({ id }) => id === "timeline")!.heading;
const TIME_COLUMN = /^(?:(?:date|day|time|when|timestamp|datetime)\b.{0,30}|utc|at)$/i;

/** Entries of the tables, lists and headings of a document's timeline, in the order of the text. */
export function rawTimeline(root: Root): RawEntry[] {
  const reader = new TimelineReader(declaredZone(headText(root)));
  for (const node of root.children) reader.take(node);
  return reader.finish();
}

/** Sentences such as "All times in UTC." stand in paragraphs and headings. */
function headText(root: Root): string {
  return root.children
    .flatMap((node) => (node.type === "paragraph" || node.type === "heading" ? [textOf(node)] : []))
    .join(".\n");
}

class TimelineReader {
  readonly #entries: RawEntry[] = [];
  readonly #zone: Zone | undefined;
  #sectionDepth: number | undefined;
  #days: { readonly depth: number; readonly moment: Moment | undefined }[] = [];
  #open:
    | { readonly entry: Omit<RawEntry, "text">; readonly texts: string[]; readonly ends: boolean }
    | undefined;

  constructor(zone: Zone | undefined) {
    this.#zone = zone;
  }

  take(node: Nodes): void {
    if (node.type === "heading") this.#heading(node);
    else if (node.type === "table" && this.#table(node)) this.#close();
    else if (this.#sectionDepth === undefined) {
      if (node.type === "paragraph" && /^timeline:?$/i.test(textOf(node).trim())) this.#sectionDepth = 7;
    } else if (this.#open && !this.#open.ends) this.#open.texts.push(textOf(node));
    else if (node.type === "list") this.#list(node);
    else if (node.type === "paragraph") this.#paragraph(node);
    else this.#open?.texts.push(textOf(node));
  }

  finish(): RawEntry[] {
    this.#close();
    return this.#entries;
  }

  #heading(node: Heading): void {
    this.#close();
    const text = textOf(node);
    this.#days = this.#days.filter(({ depth }) => depth < node.depth);
    const moment = readMoment(text);
    if (TIMELINE.test(text) && !moment?.clock) {
      this.#sectionDepth = node.depth;
      return;
    }
    const within =
      this.#sectionDepth !== undefined && (node.depth > this.#sectionDepth || moment !== undefined);
    if (!within) this.#sectionDepth = undefined;
    if (moment?.clock && within) this.#start(node, moment, moment.rest === "" ? [] : [moment.rest], false);
    else if (moment?.day) this.#days.push({ depth: node.depth, moment });
  }

  /** A table with a column of times is a timeline wherever it stands. */
  #table(table: Table): boolean {
    const [head, ...rows] = table.children;
    const titles = head?.children.map((cell) => textOf(cell).trim()) ?? [];
    const times = titles.flatMap((title, index) => (TIME_COLUMN.test(title) ? [index] : [])).slice(0, 2);
    if (times.length === 0 || times.length === titles.length) return false;
    const zone = declaredZone(titles[times.at(-1)!]!);
    const before = this.#entries.length;
    for (const row of rows) {
      const cells = row.children.map((cell) => textOf(cell).trim());
      const moment = readMoment(times.map((index) => cells[index] ?? "").join(" "));
      const text = cells.filter((cell, index) => !times.includes(index) && cell !== "").join(" · ");
      if (moment)
        this.#add(
          row,
          moment,
          [moment.rest === "" || /^[-:\s]+$/.test(moment.rest) ? "" : `${moment.rest} `, text].join(""),
          zone,
        );
    }
    return this.#entries.length > before;
  }

  #list(list: List): void {
    for (const item of list.children) this.#item(item);
  }

  #item(item: ListItem): void {
    const text = item.children.map(textOf).join("\n").trim();
    const moment = readMoment(text);
    if (moment && (moment.clock || moment.problem !== undefined || moment.day)) {
      this.#close();
      this.#start(item, moment, [moment.rest], true);
    }
  }

  /** A paragraph that begins with a time alone on its line is an entry too. */
  #paragraph(node: Nodes): void {
    const text = textOf(node).trim();
    const [first = ""] = text.split("\n");
    const moment = readMoment(first);
    if (moment?.clock && moment.rest === "") {
      this.#close();
      this.#start(node, moment, text === first ? [] : [text.slice(first.length + 1)], true);
    } else if (this.#open) this.#open.texts.push(text);
  }

  #start(node: Nodes, moment: Moment, texts: string[], ends: boolean): void {
    this.#open = { entry: this.#entryOf(node, moment, undefined), texts, ends };
  }

  #add(node: Nodes, moment: Moment, text: string, zone: Zone | undefined): void {
    this.#entries.push({ ...this.#entryOf(node, moment, zone), text });
  }

  #entryOf(node: Nodes, moment: Moment, zone: Zone | undefined): Omit<RawEntry, "text"> {
    const under = this.#days.findLast((day) => day.moment !== undefined)?.moment;
    const declared = zone ?? this.#zone;
    return {
      moment,
      line: node.position?.start.line ?? 1,
      ...(under ? { under } : {}),
      ...(declared ? { zone: declared } : {}),
    };
  }

  #close(): void {
    if (this.#open) this.#entries.push({ ...this.#open.entry, text: this.#open.texts.join("\n").trim() });
    this.#open = undefined;
  }
}

/** The day that a document is about, by the first of its names that holds a whole one. */
export function dayOfDocument(names: readonly string[]): string | undefined {
  for (const name of names)
    for (const start of name.matchAll(/(?<![\p{L}\p{N}])(?=[\p{L}\p{N}])/gu)) {
      const day = dateOf(readMoment(name.slice(start.index)));
      if (day) return day;
    }
  return undefined;
}
