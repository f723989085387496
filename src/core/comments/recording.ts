import type { Edit, PlainValue } from "../editor/edit.ts";
import { expectedValue } from "../editor/expected-value.ts";
import type { Entry } from "../knowledge-base/knowledge-base.ts";
import { addTo } from "../response/changing.ts";
import { INCIDENT_FIELDS } from "../response/component-impact.ts";
import { type Incident, incident as schema, type TimelineEntry } from "../schemas/incident.ts";
import { type Epoch, epochOf, type Instant, instantOf } from "../time.ts";

/** The record of an incident while commands change it one after the other; nothing is written by it. */
export class Recording {
  readonly edits: Edit[] = [];
  readonly says: string[] = [];
  readonly remarks: string[] = [];
  /** What customers will read. */
  readonly publicWords: string[] = [];
  readonly now: Epoch;
  readonly by: string | undefined;
  #entry: Entry<"incident">;
  readonly #url: string;

  constructor(
    entry: Entry<"incident">,
    { at, url, by }: { readonly at: Epoch; readonly url: string; readonly by?: string },
  ) {
    this.#entry = entry;
    this.#url = url;
    this.by = by;
    // A comment that comes late does not stand before what was told after it.
    const last = entry.data.updates.at(-1)?.at;
    this.now = Math.max(Math.floor(at / 1000) * 1000, last === undefined ? 0 : epochOf(last));
  }

  get entry(): Entry<"incident"> {
    return this.#entry;
  }

  get data(): Incident {
    return this.#entry.data;
  }

  get at(): Instant {
    return instantOf(this.now);
  }

  /** Takes edits over, and what they make of the record. */
  take(edits: readonly Edit[]): void {
    for (const edit of edits) {
      const after = expectedValue(this.data as unknown as PlainValue, edit);
      const read = after.ok ? schema.safeParse(after.value) : undefined;
      // What does not fit is told by the check of the whole file.
      if (read?.success) this.#entry = { ...this.#entry, data: read.data };
      this.edits.push(edit);
    }
  }

  /** Adds a line to the timeline that names the comment as where it comes from. */
  note(kind: TimelineEntry["kind"], text: string): void {
    const { timeline } = this.data;
    const last = timeline.at(-1)?.at;
    const at = last !== undefined && epochOf(last) > this.now ? last : this.at;
    const value = {
      at,
      kind,
      text,
      ...(this.by === undefined ? {} : { by: this.by }),
      evidence: [{ title: "Comment", url: this.#url }],
    };
    this.take([addTo(timeline, "timeline", value, INCIDENT_FIELDS)]);
  }
}
