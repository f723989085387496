/** A text whose title says more than the rest. */
export interface WordedText {
  readonly title: string;
  readonly text: string;
}

/** A word that tells one text from others. */
export interface TellingWord {
  /** Without its ending, by which texts are compared. */
  readonly stem: string;
  /** As it is written first. */
  readonly said: string;
  /** The squares of a text's weights sum up to 1. */
  readonly weight: number;
}

/** So many words stand for a text. */
const MOST = 24;
/** A word that more than this share of all texts has tells none of them from the others. */
const COMMON_SHARE = 0.15;
/** A word of the title counts as if it stood there so many times more. */
const TITLE = 3;

/** Texts → the most telling words of each: often here, rare elsewhere, and not alone here, where they would tell nothing. */
export function tellingWords(texts: readonly WordedText[]): TellingWord[][] {
  const counted = texts.map(countWords);
  const spread = new Map<string, number>();
  for (const words of counted) for (const stem of words.keys()) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  const most = Math.max(3, texts.length * COMMON_SHARE);
  return counted.map((words) => {
    const weighed = [...words].flatMap(([stem, { said, count }]) => {
      const texts = spread.get(stem)!;
      if (texts > most) return [];
      return [{ stem, said, weight: (1 + Math.log(count)) * Math.log(1 + counted.length / texts) }];
    });
    weighed.sort((a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1));
    const best = weighed.slice(0, MOST);
    const norm = Math.sqrt(best.reduce((sum, { weight }) => sum + weight * weight, 0));
    return best
      .filter(({ stem }) => spread.get(stem)! > 1)
      .map((word) => ({ ...word, weight: word.weight / norm }));
  });
}

function countWords({ title, text }: WordedText): Map<string, { said: string; count: number }> {
  const words = new Map<string, { said: string; count: number }>();
  for (const [written, times] of [
    [title, TITLE],
    [text, 1],
  ] as const)
    for (const [said] of written.toLowerCase().matchAll(WORD)) {
      if (COMMON.has(said)) continue;
      const stem = stemOf(said);
      const known = words.get(stem);
      if (known) known.count += times;
      else words.set(stem, { said, count: times });
    }
  return words;
}

const WORD = /\p{L}[\p{L}\p{N}]{3,}/gu;

/** `retries` and `retry` are one word, `queues` and `queue` too. */
function stemOf(word: string): string {
  return word.replace(/ies$/, "y").replace(/([^su])s$/, "$1");
}

/** Words that say nothing about what went wrong. */
const COMMON = new Set(
  (
    "about above after again against almost alone already also although always among another anybody anything around away " +
    "back because became become been before began begin behind being below between both came cannot could does doing done " +
    "down during each either else enough even ever every everybody everything first found four from gave give given goes " +
    "good have having here however hour hours into itself just keep kept knew know known last later least less like little " +
    "long longer made make many might minute minutes more most much must near nearly neither never next nobody none nothing " +
    "once only onto other others over part quite rather same second seconds seen seven several shall should since some " +
    "somebody something soon still such take taken than that their them themselves then there therefore these they thing " +
    "think this those though three through thus time times together told took toward towards turned twice under until upon " +
    "used very want wanted week weeks well went were what whatever when where whether which while whole whom whose will with " +
    "within without would written year years yesterday your"
  ).split(" "),
);
