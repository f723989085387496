import type { Finding } from "../finding.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { type Epoch, epochOf } from "../time.ts";

/** Legal duties to tell somebody whose time is over and that nobody met. */
export function legalDutyOverdue({ incidents }: KnowledgeBase, now: Epoch): readonly Finding[] {
  return incidents.flatMap(({ data, file }) =>
    (data.exposure?.notifications ?? []).flatMap(({ authority, basis, due, sent }, index) => {
      const met = sent !== undefined && epochOf(sent) <= now;
      if (met || now < epochOf(due)) return [];
      return [
        {
          code: "legal-duty-overdue",
          message: `${authority} had to be told by ${due} (${basis}), and no \`sent\` is recorded`,
          spot: { file, field: ["exposure", "notifications", index, "due"] },
        },
      ];
    }),
  );
}
