import { allActionItems, type PlacedItem } from "../action-items/all-action-items.ts";
import { deadlineOf, severityOfItem } from "../action-items/deadline-of.ts";
import type { FieldPath, Finding } from "../finding.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import type { CalendarDate } from "../time.ts";

/** Action items whose days stand in an order that cannot be, or whose first due date is later than the policy allows. */
export function itemDates(knowledgeBase: KnowledgeBase): readonly Finding[] {
  return allActionItems(knowledgeBase).flatMap((placed) => [
    ...reversed(placed),
    ...beyondPolicy(knowledgeBase, placed),
  ]);
}

interface DatedField {
  readonly name: string;
  readonly date: CalendarDate | undefined;
  readonly field: FieldPath;
}

function reversed(placed: PlacedItem): Finding[] {
  const { opened, due, done, dropped, slips, waiver } = placed.item;
  const dated = (name: string, date: CalendarDate | undefined, ...field: FieldPath): DatedField => ({
    name,
    date,
    field,
  });
  const first = dated("due", due, "due");
  const moved = slips.map(({ to }, index) => dated("to", to, "slips", index, "to"));
  const pairs: (readonly [DatedField, DatedField])[] = [
    [first, dated("opened", opened, "opened")],
    [dated("done", done, "done"), dated("opened", opened, "opened")],
    [dated("dropped", dropped, "dropped"), dated("opened", opened, "opened")],
    [dated("until", waiver?.until, "waiver", "until"), first],
    ...moved.map((later, index) => [later, index === 0 ? first : moved[index - 1]!] as const),
    ...slips.map(
      ({ on }, index) => [dated("on", on, "slips", index, "on"), dated("opened", opened, "opened")] as const,
    ),
  ];
  return pairs.flatMap(([later, earlier]) => orderFinding(placed, later, earlier));
}

function orderFinding({ entry, index, item }: PlacedItem, later: DatedField, earlier: DatedField): Finding[] {
  if (later.date === undefined || earlier.date === undefined || later.date >= earlier.date) return [];
  const spot = ({ field }: DatedField) => ({ file: entry.file, field: ["actionItems", index, ...field] });
  return [
    {
      code: "item-date-order",
      message: `Unexpected \`${later.name}\` ${later.date} of action item \`${item.id}\`, before \`${earlier.name}\` ${earlier.date}`,
      spot: spot(later),
      related: [{ spot: spot(earlier), message: `\`${earlier.name}\` stands here` }],
    },
  ];
}

function beyondPolicy(knowledgeBase: KnowledgeBase, placed: PlacedItem): Finding[] {
  const { entry, index, item } = placed;
  const deadline = deadlineOf(knowledgeBase, placed);
  if (deadline === undefined || item.due === undefined || item.due <= deadline || item.status === "dropped")
    return [];
  const severity = severityOfItem(knowledgeBase, placed)!;
  return [
    {
      code: "item-due-late",
      message: `Unexpected due date ${item.due} of action item \`${item.id}\`, expected ${deadline} at the latest for ${severity.id} and ${item.priority} priority`,
      spot: { file: entry.file, field: ["actionItems", index, "due"] },
      related: [
        {
          spot: { file: entry.file, field: ["actionItems", index, "opened"] },
          message: "It was opened here",
        },
      ],
    },
  ];
}
