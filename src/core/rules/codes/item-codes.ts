import type { Code } from "./code.ts";

/** Problems of action items. */
export const ITEM_CODES: readonly Code[] = [
  {
    code: "item-owner-missing",
    severity: "error",
    title: "An action item that nobody owns",
    explanation: "Work without an owner is not done. The owner is one person by handle, or one team by id.",
    wrong: `- id: ai-2026-014
  title: Alert on pool saturation
  opened: 2026-03-16
  due: 2026-03-30
  status: open`,
    right: `- id: ai-2026-014
  title: Alert on pool saturation
  owner: payments
  opened: 2026-03-16
  due: 2026-03-30
  status: open`,
    language: "yaml",
  },
  {
    code: "item-due-missing",
    severity: "error",
    title: "An action item without a due date",
    explanation:
      "Without a due date nobody can see that it is late. The policy of the severity says how much time there is; the first due date is never edited, later ones are recorded as slips.",
    wrong: `- id: ai-2026-014
  title: Alert on pool saturation
  owner: payments
  opened: 2026-03-16
  status: open`,
    right: `- id: ai-2026-014
  title: Alert on pool saturation
  owner: payments
  opened: 2026-03-16
  due: 2026-03-30
  status: open`,
    language: "yaml",
  },
  {
    code: "item-done-date",
    severity: "error",
    title: "Status and day of completion disagree",
    explanation:
      "An item that is done has the day on which it was done; one that is not done has none. How long follow-ups take is measured from these days.",
    wrong: `- id: ai-2026-014
  status: done`,
    right: `- id: ai-2026-014
  status: done
  done: 2026-03-27`,
    language: "yaml",
  },
  {
    code: "item-reason-missing",
    severity: "error",
    title: "Dropped or blocked without a reason",
    explanation:
      "Dropping an item is a decision, and being blocked is something that others can help with. Both need a sentence that says why.",
    wrong: `- id: ai-2026-014
  status: dropped`,
    right: `- id: ai-2026-014
  status: dropped
  reason: The pool was removed with the old gateway`,
    language: "yaml",
  },
  {
    code: "item-date-order",
    severity: "error",
    title: "Days of an action item in an order that cannot be",
    explanation:
      "An item is opened before it is due or done, is moved to later days only, and a waiver does not end before the first due day. Both fields are named, because either may be the wrong one.",
    wrong: `- id: ai-2026-014
  opened: 2026-03-16
  due: 2026-03-10`,
    right: `- id: ai-2026-014
  opened: 2026-03-16
  due: 2026-03-30`,
    language: "yaml",
  },
  {
    code: "item-due-late",
    severity: "warning",
    title: "Due later than the policy allows",
    explanation:
      "The taxonomy gives each severity deadlines for its action items by priority, in calendar or business days after they were opened. Plan it earlier, or choose the priority that it really has.",
    wrong: `- id: ai-2026-014   # of a SEV1; high priority: 14d
  priority: high
  opened: 2026-03-16
  due: 2026-06-30`,
    right: `- id: ai-2026-014
  priority: high
  opened: 2026-03-16
  due: 2026-03-30`,
    language: "yaml",
  },
  {
    code: "item-overdue",
    severity: "warning",
    title: "An action item is overdue",
    explanation: `The first due day is over in the site's time zone, and the item is neither done nor dropped; blocked items count. A moved date is a slip and does not help. Site policy or \`--overdue fail\` makes it an error once the grace is over too.

Finish it, drop it with a reason, or add a waiver with a reason and an end.`,
    wrong: `- id: ai-2026-014
  due: 2026-03-30   # yesterday
  status: in-progress`,
    right: `- id: ai-2026-014
  due: 2026-03-30
  status: in-progress
  waiver:
    reason: Waits for the vendor's release on 10 April
    until: 2026-04-17
    by: ada`,
    language: "yaml",
  },
];
