/** Tells of places in HTML, asked from its start to its end, whether a link may stand there; tags are read as far as that needs. */
export class OpenPlaces {
  readonly #html: string;
  /** Where the last tag that was read begins and ends. */
  #tag: readonly [from: number, to: number] = [0, 0];
  /** How many elements without links the last tag stands in, itself included. */
  #within = 0;

  constructor(html: string) {
    this.#html = html;
  }

  isOpen(place: number): boolean {
    while (this.#tag[1] <= place && this.#readTag(place));
    return this.#within === 0 && (place < this.#tag[0] || place >= this.#tag[1]);
  }

  /** Reads the next tag if it begins before a place. */
  #readTag(place: number): boolean {
    const next = this.#html.indexOf("<", this.#tag[1]);
    if (next === -1 || next > place) return false;
    TAG.lastIndex = next;
    const tag = TAG.exec(this.#html);
    if (!tag) this.#tag = [next, next + 1];
    else {
      this.#tag = [next, TAG.lastIndex];
      if (APART.has(tag[2]!.toLowerCase())) this.#within = Math.max(0, this.#within + (tag[1] ? -1 : 1));
    }
    return true;
  }
}

/** A tag, from its first character on. */
const TAG = /<(\/?)([a-z][a-z0-9-]*)(?:"[^"]*"|'[^']*'|[^>"'])*>/giy;

/** Where no link may begin, or none is wanted. */
const APART = new Set(
  "a button code h1 h2 h3 h4 h5 h6 kbd label pre script style summary svg title".split(" "),
);
