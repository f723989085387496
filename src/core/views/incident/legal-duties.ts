import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { milestoneTime } from "../../reliability/milestone-time.ts";
import { epochOf } from "../../time.ts";
import { durationWords } from "../../words/duration-words.ts";
import type { ShownInstant } from "../../words/instant-words.ts";
import { rangeWords } from "../../words/range-words.ts";
import type { ShownState } from "../shown.ts";
import { shownInstant, type ViewContext } from "../view-context.ts";

/** What was exposed, and who must be told of it by when. */
export interface ShownExposure {
  readonly scope: string;
  readonly records?: { readonly words: string; readonly method?: string };
  readonly dataKinds: readonly string[];
  readonly contained?: ShownInstant;
  /** Detected → contained in words. */
  readonly timeToContain?: string;
  readonly duties: readonly LegalDuty[];
}

export interface LegalDuty {
  readonly authority: string;
  readonly basis: string;
  readonly due: ShownInstant;
  readonly sent?: ShownInstant;
  readonly state: ShownState;
}

/** The exposure of an incident, for those who may read it. */
export function shownExposure(context: ViewContext, { data }: Entry<"incident">): ShownExposure | undefined {
  const { exposure } = data;
  if (exposure === undefined) return undefined;
  const detected = milestoneTime(data, "detected");
  const contained = exposure.contained === undefined ? undefined : epochOf(exposure.contained);
  const { records } = exposure;
  return {
    scope: exposure.scope,
    ...(records === undefined
      ? {}
      : {
          records: {
            words: rangeWords(records),
            ...(records.method === undefined ? {} : { method: records.method }),
          },
        }),
    dataKinds: exposure.dataKinds,
    ...(exposure.contained === undefined ? {} : { contained: shownInstant(context, exposure.contained) }),
    ...(contained === undefined || detected === undefined || contained < detected
      ? {}
      : { timeToContain: durationWords(contained - detected) }),
    duties: exposure.notifications.map(({ authority, basis, due, sent }) => ({
      authority,
      basis,
      due: shownInstant(context, due),
      ...(sent === undefined ? {} : { sent: shownInstant(context, sent) }),
      state: dutyState(context, due, sent),
    })),
  };
}

function dutyState({ now }: ViewContext, due: string, sent: string | undefined): ShownState {
  const spare = epochOf(due) - (sent === undefined ? now : epochOf(sent));
  if (sent !== undefined)
    return spare >= 0
      ? { id: "done", word: `Told, ${durationWords(spare)} to spare`, shape: "✓" }
      : { id: "late", word: `Told ${durationWords(-spare)} late`, shape: "▲" };
  return spare >= 0
    ? { id: "open", word: `Due in ${durationWords(spare)}`, shape: "○" }
    : { id: "overdue", word: `Overdue by ${durationWords(-spare)}`, shape: "■" };
}
