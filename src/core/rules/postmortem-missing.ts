import type { Severity } from "../diagnostic.ts";
import type { Finding } from "../finding.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { milestoneTime } from "../reliability/milestone-time.ts";
import { postmortemDuty } from "../reliability/postmortem-duty.ts";
import { type Epoch, epochOf, instantOf } from "../time.ts";

/** Required postmortems that nobody began in time, or that are not final in time. */
export function postmortemMissing(knowledgeBase: KnowledgeBase, now: Epoch): readonly Finding[] {
  const severity: Severity = knowledgeBase.site.policies.postmortemDeadline === "fail" ? "error" : "warning";
  return knowledgeBase.incidents.flatMap((entry) => {
    const duty = postmortemDuty(knowledgeBase, entry.data);
    const resolved = milestoneTime(entry.data, "resolved");
    if (!duty.required || resolved === undefined || resolved > now) return [];
    const begun = (knowledgeBase.look.postmortemsOf.get(entry.id) ?? []).filter(
      ({ data }) => data.drafted === undefined || epochOf(data.drafted) <= now,
    );
    const first = begun[0];
    if (!first) {
      const due = duty.draftDue ?? duty.finalDue ?? resolved;
      return now < due || mayBeBroken(knowledgeBase, entry.id) ? [] : [missing(entry, due, severity)];
    }
    const final = begun.some(
      ({ data }) =>
        data.state === "final" && (data.finalized === undefined || epochOf(data.finalized) <= now),
    );
    return final || duty.finalDue === undefined || now < duty.finalDue
      ? []
      : [late(entry, first, duty.finalDue, severity)];
  });
}

function missing({ data, file }: Entry<"incident">, due: Epoch, severity: Severity): Finding {
  const reason =
    data.postmortem === undefined ? `${data.severity.peak} requires one` : data.postmortem.reason;
  return {
    code: "postmortem-missing",
    severity,
    message: `Expected a postmortem since ${instantOf(due)}, found none (${reason})`,
    help: "Write one that names this incident, or record under `postmortem` why none is due.",
    spot: { file, field: ["milestones", "resolved"], name: true },
  };
}

function late(
  incident: Entry<"incident">,
  postmortem: Entry<"postmortem">,
  due: Epoch,
  severity: Severity,
): Finding {
  return {
    code: "postmortem-late",
    severity,
    message: `Unexpected state \`${postmortem.data.state}\`, expected \`final\` since ${instantOf(due)}`,
    spot: { file: postmortem.file, field: ["state"] },
    related: [
      {
        spot: { file: incident.file, field: ["milestones", "resolved"] },
        message: "The incident was resolved here",
      },
    ],
  };
}

/** A postmortem that cannot be read may be the one that is missed. */
function mayBeBroken({ broken }: KnowledgeBase, incident: string): boolean {
  return broken.some(({ kind, id }) => kind === "postmortem" && id.slice(0, 10) === incident.slice(0, 10));
}
