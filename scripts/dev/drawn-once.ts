/** Pages of one edition, each drawn once, however often and by whomever it is asked for. */
export class DrawnOnce<Edition> {
  readonly #draw: (path: string, edition: Edition) => Promise<string | undefined>;
  #edition: Edition | undefined;
  #drawn = new Map<string, Promise<string | undefined>>();

  constructor(draw: (path: string, edition: Edition) => Promise<string | undefined>) {
    this.#draw = draw;
  }

  /** The page at a path; drawn now, or while it was foreseen that somebody would ask. */
  page(path: string, edition: Edition): Promise<string | undefined> {
    if (this.#edition !== edition) {
      this.#edition = edition;
      this.#drawn = new Map();
    }
    const known = this.#drawn.get(path);
    if (known) return known;
    const drawn = this.#draw(path, edition);
    this.#drawn.set(path, drawn);
    return drawn;
  }
}
