import { allActionItems } from "../action-items/all-action-items.ts";
import { isUnfinished } from "../action-items/is-overdue.ts";
import type { Finding } from "../finding.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import type { Epoch } from "../time.ts";
import { fileOfKind } from "./file-of-kind.ts";

/** Unfinished action items of people to whom work is no longer assigned. */
export function ownerInactive(knowledgeBase: KnowledgeBase, now: Epoch): readonly Finding[] {
  const { look, site, teams } = knowledgeBase;
  return allActionItems(knowledgeBase).flatMap(({ item, entry, index }) => {
    const person = item.owner === undefined ? undefined : look.person.get(item.owner);
    if (!person || person.active || !isUnfinished(item, now, site.timeZone)) return [];
    return [
      {
        code: "owner-inactive",
        message: `Unexpected owner \`${person.handle}\` of action item \`${item.id}\`, expected somebody who is active`,
        spot: { file: entry.file, field: ["actionItems", index, "owner"] },
        related: [
          {
            spot: {
              file: fileOfKind(knowledgeBase, "teams"),
              field: ["people", teams.people.indexOf(person), "active"],
            },
            message: "The person is marked as not active here",
          },
        ],
      },
    ];
  });
}
