import type { Severity } from "../../diagnostic.ts";

/** One permanent code of a problem, with the text of its page `/errors/CODE/`. */
export interface Code {
  /** Kebab-case; never renamed and never used for anything else. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, in one line. */
  readonly title: string;
  /** Why it matters and what to do; paragraphs are parted by an empty line. */
  readonly explanation: string;
  /** The smallest example that has the problem. */
  readonly wrong: string;
  /** The same example without it. */
  readonly right: string;
  /** What the examples are written in. */
  readonly language: "yaml" | "mdx" | "text";
}
