/** A piece of a text, and whether the question has it. */
export interface Piece {
  readonly text: string;
  readonly matched: boolean;
}

/** Words → their text in pieces, with those at some positions marked, punctuation around them left out. */
export function markedWords(words: readonly string[], marked: ReadonlySet<number>): Piece[] {
  const pieces: { text: string; matched: boolean }[] = [];
  const add = (text: string, matched: boolean): void => {
    const last = pieces.at(-1);
    if (text === "") return;
    if (last?.matched === matched && !matched) last.text += text;
    else pieces.push({ text, matched });
  };
  for (const [index, word] of words.entries()) {
    if (index > 0) add(" ", false);
    const [, before = "", core = "", after = ""] = AROUND.exec(word) ?? [];
    add(before, false);
    add(core, marked.has(index));
    add(after, false);
  }
  return pieces;
}

const AROUND = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;
