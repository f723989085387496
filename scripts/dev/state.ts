import type { Diagnostic } from "../../src/core/diagnostic.ts";
import type { Page } from "../../src/core/views/page.ts";
import type { PostmortemView } from "../../src/core/views/postmortem-view.ts";
import type { Edition } from "./edition.ts";

/** What the browser is told: which edition it can have, and what keeps it from having a newer one. */
export interface DevState {
  /** Number of the edition that is served, 0 while there is none yet. */
  readonly edition: number;
  /** Time of day at which the edition was read, in words. */
  readonly at: string;
  /** Errors of the content as it is now; while there are any, the edition stays. */
  readonly problems: readonly Diagnostic[];
  readonly warnings: number;
  /** What the last whole build in the background says of search and gates. */
  readonly background: string;
}

/** An edition with its number and time, or none yet. */
export interface Standing {
  readonly number: number;
  readonly at: string;
  readonly edition: Edition | undefined;
}

/** What is still missing in a postmortem that is being written, in one line for the terminal. */
export function completenessLine({ template, title, view }: Page): string | undefined {
  if (template !== "postmortem") return undefined;
  const { writing } = view as PostmortemView;
  if (!writing) return undefined;
  const open = writing.open.map((section) => `${section.title} (${section.points})`).join(", ");
  return `${title}: ${writing.score} of 100${open === "" ? "" : `; still to write: ${open}`}\n`;
}
