import { markedWords, type Piece } from "./marked-words.ts";

/** A heading of a page, and the position of the word that it stands before. */
export interface Anchor {
  readonly id: string;
  readonly text: string;
  readonly position: number;
}

/** The passage of a page that answers most of a question. */
export interface MatchedPassage {
  readonly pieces: readonly Piece[];
  /** The heading that it stands under. */
  readonly heading?: Anchor;
}

const LENGTH = 24;
/** Words that are shown before the first one that matched. */
const LEAD = 3;

/**
 * The passage with most of a question's words, each counted once; the first of equals. What the title says is shown
 * already, so a passage after it is taken where there is one.
 */
export function matchedPassage(
  content: string,
  places: readonly (readonly number[])[],
  titleLength: number,
  anchors: readonly Anchor[],
): MatchedPassage {
  const words = content.split(/\s+/);
  const all = places
    .flatMap((positions, word) => positions.map((position) => ({ position, word })))
    .filter(({ position }) => position < words.length)
    .sort((a, b) => a.position - b.position);
  const after = all.filter(({ position }) => position >= titleLength);
  const matches = after.length > 0 ? after : all;
  const best = densest(matches);
  const heading = anchors.findLast(({ position }) => best !== undefined && position <= best);
  const from = Math.max(
    0,
    Math.min((best ?? titleLength) - LEAD, words.length - LENGTH),
    heading?.position ?? titleLength,
  );
  const marked = new Set(all.map(({ position }) => position - from));
  return {
    pieces: markedWords(words.slice(from, from + LENGTH), marked),
    ...(heading === undefined ? {} : { heading }),
  };
}

/** The position at which the stretch with most different words begins. */
function densest(
  matches: readonly { readonly position: number; readonly word: number }[],
): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const [index, { position }] of matches.entries()) {
    const different = new Set<number>();
    for (let next = index; next < matches.length; next++) {
      const match = matches[next]!;
      if (match.position >= position + LENGTH - LEAD) break;
      different.add(match.word);
    }
    if (different.size > most) [best, most] = [position, different.size];
  }
  return best;
}
