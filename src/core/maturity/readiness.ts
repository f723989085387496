import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import type { Epoch } from "../time.ts";
import { READINESS_RECORDS } from "./readiness-records.ts";

/** How a service stands to one item of the readiness checklist. */
export interface ReadinessAnswer {
  /** The item's word, as services' files use it. */
  readonly item: string;
  readonly state: "yes" | "no" | "not-applicable" | "unanswered";
  /** What shows it, or what is missing. */
  readonly evidence?: string;
  /** Whether the knowledge base shows it, or the service's file says so. */
  readonly from: "records" | "file" | "nobody";
}

/** The items that nobody can see from records: only an answer in the service's file tells. */
const ASKED = ["canary", "gates", "replay", "access"];

/**
 * The readiness of a service, item by item: what the records show counts, whatever its file says, but for what the file calls
 * not applicable; what they cannot show is as the file answers it, and open where it does not.
 */
export function readinessOf(
  knowledgeBase: KnowledgeBase,
  service: Entry<"service">,
  now: Epoch,
): ReadinessAnswer[] {
  const answers = new Map(service.data.readiness.map((answer) => [answer.item, answer]));
  return [...new Set([...Object.keys(READINESS_RECORDS), ...ASKED, ...answers.keys()])].flatMap(
    (item): ReadinessAnswer[] => {
      const known = READINESS_RECORDS[item]?.(knowledgeBase, service, now);
      const answer = answers.get(item);
      const note = answer?.note === undefined ? {} : { evidence: answer.note };
      if (answer !== undefined && (known === undefined || answer.state === "not-applicable"))
        return [{ item, state: answer.state, ...note, from: "file" }];
      if (known !== undefined) {
        const state = known.met ? "yes" : "no";
        const claim = answer === undefined || answer.state === state ? "" : `; its file says ${answer.state}`;
        return [{ item, state, evidence: known.evidence + claim, from: "records" }];
      }
      return ASKED.includes(item) ? [{ item, state: "unanswered", from: "nobody" }] : [];
    },
  );
}
