/** What became of a part of a source: data, prose that a person may yet turn into data, nothing, or a doubt. */
export type NoteGroup = "mapped" | "prose" | "dropped" | "problem";

/** One thing that an import did with one place of a source. */
export interface Note {
  readonly group: NoteGroup;
  /** Permanent kebab-case name of what happened. */
  readonly what: string;
  /** Line of the source from 1; absent when it is about the whole file. */
  readonly line?: number;
  /** The words in question, or a sentence about them. */
  readonly text: string;
}

/** Takes notes while a source is read. */
export type TakeNote = (group: NoteGroup, what: string, line: number | undefined, text: string) => void;

/** A list that notes are written to; texts are cut so that a report stays readable. */
export function notebook(): { readonly notes: Note[]; readonly take: TakeNote } {
  const notes: Note[] = [];
  const take: TakeNote = (group, what, line, text) => {
    const flat = text.replace(/\s+/g, " ").trim();
    const shown = flat.length > 160 ? `${flat.slice(0, 159)}…` : flat;
    notes.push({ group, what, ...(line === undefined ? {} : { line }), text: shown });
  };
  return { notes, take };
}
