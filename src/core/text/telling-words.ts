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
  const book = new WordBook();
  const counted = texts.map(({ title, text }) => book.count(title, text));
  const spread = new Map<string, number>();
  for (const words of counted) for (const { stem } of words) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  const most = Math.max(3, texts.length * COMMON_SHARE);
  const rarities = new Map<string, number>();
  for (const [stem, count] of spread)
    if (count <= most) rarities.set(stem, Math.log(1 + texts.length / count));
  return counted.map((words) => {
    const weighed: TellingWord[] = [];
    for (const { stem, said, count } of words) {
      const rarity = rarities.get(stem);
      if (rarity !== undefined) weighed.push({ stem, said, weight: (1 + Math.log(count)) * rarity });
    }
    weighed.sort((a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1));
    const best = weighed.slice(0, MOST);
    const norm = Math.sqrt(best.reduce((sum, { weight }) => sum + weight * weight, 0));
    return best
      .filter(({ stem }) => spread.get(stem)! > 1)
      .map((word) => ({ ...word, weight: word.weight / norm }));
  });
}

interface CountedWord {
  readonly stem: string;
  readonly said: string;
  count: number;
}

/** Counts the words of texts; each form of a word is looked at once for all of them. */
class WordBook {
  /** Place of a form's stem, -1 for a word of every day. */
  readonly #forms = new Map<string, number>();
  readonly #stems = new Map<string, number>();
  /** By stem: its count in the text that is being counted. */
  readonly #now: (CountedWord | undefined)[] = [];

  count(title: string, text: string): CountedWord[] {
    const words: CountedWord[] = [];
    this.#add(words, title, TITLE);
    this.#add(words, text, 1);
    for (const { stem } of words) this.#now[this.#stems.get(stem)!] = undefined;
    return words;
  }

  #add(words: CountedWord[], text: string, times: number): void {
    for (const said of text.toLowerCase().match(WORD) ?? []) {
      const place = this.#forms.get(said) ?? this.#learn(said);
      if (place === -1) continue;
      const known = this.#now[place];
      if (known) known.count += times;
      else {
        const word = { stem: stemOf(said), said, count: times };
        this.#now[place] = word;
        words.push(word);
      }
    }
  }

  #learn(said: string): number {
    const stem = stemOf(said);
    const place = COMMON.has(said) ? -1 : (this.#stems.get(stem) ?? this.#stems.size);
    if (place !== -1) this.#stems.set(stem, place);
    this.#forms.set(said, place);
    return place;
  }
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
