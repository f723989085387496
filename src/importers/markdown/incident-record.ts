import type { DatedEntry } from "./date-entries.ts";
import { slugOf } from "./entry-id.ts";
import { asText } from "./plain-text.ts";
import type { CertainMilestones } from "./read-milestones.ts";
import type { FrontMatterValue } from "./write-front-matter.ts";

/** The service of incidents that name none. */
export const UNASSIGNED_SERVICE = "unassigned";
/** The severity of incidents that name none, where the taxonomy has such a word. */
export const UNRATED = "UNRATED";

/** What is certain of an incident → the fields of its record. */
export function incidentRecord(
  title: string,
  milestones: CertainMilestones,
  entries: readonly DatedEntry[],
  severity: string,
): Readonly<Record<string, FrontMatterValue>> {
  const timeline = entries.flatMap(({ at, precision, text }): FrontMatterValue[] => {
    const words = asText(text, 4000);
    return words === "" ? [] : [{ at, ...(precision ? { precision } : {}), text: words }];
  });
  return {
    title,
    visibility: "internal",
    severity: { initial: severity, peak: severity },
    services: [UNASSIGNED_SERVICE],
    milestones: { started: milestones.started, detected: milestones.detected, resolved: milestones.resolved },
    ...(timeline.length > 0 ? { timeline } : {}),
  };
}

/** The id of the record of a postmortem: its day, then the postmortem's own words. */
export function incidentId(postmortem: string, started: string): string {
  const words = postmortem.replace(/^\d{4}-?\d{2}-?\d{2}-?/, "");
  return slugOf(`${started.slice(0, 10)} ${words}`);
}

/** The severity that a text names, by id or by another spelling of the taxonomy. */
export function severityIn(
  words: string | undefined,
  severities: readonly { readonly id: string; readonly spellings: readonly string[] }[],
): string | undefined {
  if (words === undefined) return undefined;
  const said = plain(words);
  const named = severities.filter(({ id, spellings }) =>
    [id, ...spellings].some((spelling) => said.includes(plain(spelling))),
  );
  return named.length === 1 ? named[0]!.id : undefined;
}

/** Words between single spaces, so that `Sev-1` is found in `SEV 1 (checkout)` and `P1` is not found in `P10`. */
function plain(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim()} `;
}
