import { allActionItems, type PlacedItem } from "../action-items/all-action-items.ts";
import type { Finding } from "../finding.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";

/** Action items that lack what their state demands: owner, due date, day of completion, reason. */
export function itemFields(knowledgeBase: KnowledgeBase): readonly Finding[] {
  return allActionItems(knowledgeBase).flatMap((placed) => [
    ...unowned(placed),
    ...undated(placed),
    ...unexplained(placed),
  ]);
}

function at({ entry, index }: PlacedItem, ...field: readonly string[]) {
  return { file: entry.file, field: ["actionItems", index, ...field] };
}

function unowned(placed: PlacedItem): Finding[] {
  const { id, status, owner, due } = placed.item;
  if (status === "done" || status === "dropped") return [];
  return [
    ...(owner === undefined
      ? [
          {
            code: "item-owner-missing",
            message: `Expected an owner of action item \`${id}\`, found none`,
            spot: at(placed),
          },
        ]
      : []),
    ...(due === undefined
      ? [
          {
            code: "item-due-missing",
            message: `Expected a due date of action item \`${id}\`, found none`,
            spot: at(placed),
          },
        ]
      : []),
  ];
}

function undated(placed: PlacedItem): Finding[] {
  const { id, status, done, dropped } = placed.item;
  if (status === "done" && done === undefined)
    return [
      {
        code: "item-done-date",
        message: `Expected the day on which action item \`${id}\` was done, found none`,
        help: "Add `done` with the day.",
        spot: at(placed, "status"),
      },
    ];
  if (status !== "done" && done !== undefined)
    return [
      {
        code: "item-done-date",
        message: `Unexpected day of completion of action item \`${id}\`, whose status is \`${status}\``,
        spot: at(placed, "done"),
        related: [{ spot: at(placed, "status"), message: "`status` stands here" }],
      },
    ];
  if (status !== "dropped" && dropped !== undefined)
    return [
      {
        code: "item-done-date",
        message: `Unexpected day on which action item \`${id}\` was dropped, whose status is \`${status}\``,
        spot: at(placed, "dropped"),
        related: [{ spot: at(placed, "status"), message: "`status` stands here" }],
      },
    ];
  return [];
}

function unexplained(placed: PlacedItem): Finding[] {
  const { id, status, reason } = placed.item;
  if ((status !== "dropped" && status !== "blocked") || reason !== undefined) return [];
  return [
    {
      code: "item-reason-missing",
      message: `Expected a reason why action item \`${id}\` is ${status}, found none`,
      spot: at(placed, "status"),
    },
  ];
}
