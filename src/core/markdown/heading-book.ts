import type { Heading } from "./body.ts";
import { isPlaceholder } from "./is-placeholder.ts";

/** Where a heading stands and what it is called. */
export type PlacedHeading = Pick<Heading, "depth" | "id" | "text" | "internal">;

interface OpenHeading extends PlacedHeading {
  words: number;
  /** The beginning of its text. */
  start: string;
  component: boolean;
}

/** The headings of a body, each with what stands under it. */
export class HeadingBook {
  words = 0;
  readonly #all: OpenHeading[] = [];
  readonly #open: OpenHeading[] = [];

  /** A heading begins: those of its own and of lower levels end. */
  close(depth: number): void {
    while (this.#open.length > 0 && this.#open.at(-1)!.depth >= depth) this.#open.pop();
  }

  add(heading: PlacedHeading): void {
    const open = { ...heading, words: 0, start: "", component: false };
    this.#all.push(open);
    this.#open.push(open);
  }

  addText(text: string): void {
    const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0;
    this.words += words;
    for (const heading of this.#open) {
      heading.words += words;
      if (heading.start.length < 80) heading.start += text;
    }
  }

  addComponent(): void {
    for (const heading of this.#open) heading.component = true;
  }

  finished(): Heading[] {
    return this.#all.map(({ start, component, ...heading }) => ({
      ...heading,
      placeholder: !component && isPlaceholder(start),
    }));
  }
}
