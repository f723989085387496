import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { milestoneTime } from "../reliability/milestone-time.ts";
import { postmortemDuty } from "../reliability/postmortem-duty.ts";
import { type Epoch, epochOf } from "../time.ts";

/** Whose postmortem is to be begun, and whose record a final one closes. */
export interface PostmortemsToReconcile {
  readonly begin: readonly Entry<"incident">[];
  readonly close: readonly {
    readonly incident: Entry<"incident">;
    readonly postmortem: Entry<"postmortem">;
  }[];
  readonly remarks: readonly string[];
}

/** Older ones are history, which nobody wants a hundred pull requests for. */
const RECENT = 30 * 86_400_000;

/** The incidents that were resolved, or whose postmortem became final, within 30 days, or the one that is asked for. */
export function postmortemsToReconcile(
  knowledgeBase: KnowledgeBase,
  now: Epoch,
  asked?: string,
): PostmortemsToReconcile {
  const wanted = knowledgeBase.incidents.filter(({ id }) => asked === undefined || id === asked);
  const recent = (at: Epoch | undefined) => at !== undefined && (asked !== undefined || at > now - RECENT);
  const of = ({ id }: Entry<"incident">) => knowledgeBase.look.postmortemsOf.get(id) ?? [];
  const without = wanted.filter((incident) => {
    if (of(incident).length > 0 || incident.data.imported !== undefined) return false;
    const required = asked !== undefined || postmortemDuty(knowledgeBase, incident.data).required;
    return required && milestoneTime(incident.data, "resolved") !== undefined;
  });
  const begin = without.filter(({ data }) => recent(milestoneTime(data, "resolved")));
  const close = wanted.flatMap((incident) => {
    const final = of(incident).find(({ data }) => data.state === "final");
    return final !== undefined &&
      recent(final.data.finalized === undefined ? undefined : epochOf(final.data.finalized))
      ? [{ incident, postmortem: final }]
      : [];
  });
  const older = without.length - begin.length;
  return {
    begin,
    close,
    remarks:
      older === 0
        ? []
        : [
            `${older} ${older === 1 ? "incident" : "incidents"} that were resolved more than 30 days ago have no postmortem, though one is required: name one with --incident.`,
          ],
  };
}
