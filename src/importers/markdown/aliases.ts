import { ID_PATTERN } from "../../core/schemas/scalars.ts";
import { MARKDOWN_ENDING, slugOf } from "./entry-id.ts";
import { listField, type SourceHead } from "./front-matter.ts";
import type { StandingEntry } from "./import-types.ts";
import type { TakeNote } from "./note.ts";
import { type PlannedSource, takenNames } from "./plan-entries.ts";

/** Names in front matter that hold old addresses of a page. */
export const ALIAS_FIELDS = ["aliases", "alias", "redirect_from"] as const;

/** Old addresses of sources → old ids of entries, as far as nobody else has them. */
export class Aliases {
  readonly #taken: Set<string>;

  constructor(entries: readonly PlannedSource[], standing: readonly StandingEntry[]) {
    const own = new Set(entries.map(({ from }) => from));
    const others = standing.filter(({ from }) => from === undefined || !own.has(from));
    const [first] = entries;
    this.#taken = new Set([
      ...entries.map(({ id }) => id),
      ...(first ? takenNames(others, first.folder) : []),
    ]);
  }

  /** The old ids that a source may keep. */
  of(head: SourceHead, note: TakeNote): string[] {
    return listField(head, ...ALIAS_FIELDS).flatMap((address) => {
      const last =
        address
          .replace(/[?#].*$/, "")
          .split("/")
          .filter(Boolean)
          .at(-1) ?? "";
      const alias = slugOf(last.replace(/\.html?$/i, "").replace(MARKDOWN_ENDING, ""));
      if (!ID_PATTERN.test(alias) || this.#taken.has(alias)) {
        note("dropped", "front-matter", undefined, `old address ${address}`);
        return [];
      }
      this.#taken.add(alias);
      note("mapped", "alias", undefined, alias);
      return [alias];
    });
  }
}
