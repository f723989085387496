import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { numberWords, rangeWords } from "../../words/range-words.ts";

/** One thing that an incident cost: a range in words, and how it was estimated. */
export interface IncidentCost {
  readonly name: string;
  readonly value: string;
  readonly method?: string;
}

/** What an incident cost, as far as it was written down. */
export function incidentCosts({ data }: Entry<"incident">): readonly IncidentCost[] {
  const { cost, usersAffected, supportTickets } = data;
  const money = (name: string, sum: NonNullable<typeof cost>["revenue"]) =>
    sum === undefined ? [] : [{ name, value: `${rangeWords(sum)} ${sum.currency}`, method: sum.method }];
  const count = (name: string, value: number | undefined) =>
    value === undefined ? [] : [{ name, value: numberWords(value) }];
  return [
    ...(usersAffected === undefined
      ? []
      : [
          {
            name: "Users affected",
            value: rangeWords(usersAffected),
            ...(usersAffected.method === undefined ? {} : { method: usersAffected.method }),
          },
        ]),
    ...count("Support tickets", supportTickets),
    ...money("Revenue lost", cost?.revenue),
    ...money("Money spent", cost?.spend),
    ...count("People in the response", cost?.people),
    ...count("Person-hours", cost?.personHours),
  ];
}
