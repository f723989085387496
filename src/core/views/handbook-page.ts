/** One page of the handbook, which ships with the program; its text stands in src/site/pages/handbook/ID.mdx. */
export interface HandbookPage {
  /** Name of its file and of its address; `index` is the handbook's front page. */
  readonly id: string;
  readonly title: string;
  /** What a reader finds there. */
  readonly summary: string;
  /** Words of its text that people look it up by; with title and summary they are what search knows of it. */
  readonly topics: readonly string[];
}

/** Pages that stand together on the front page. */
export interface HandbookGroup {
  readonly title: string;
  readonly pages: readonly HandbookPage[];
}
