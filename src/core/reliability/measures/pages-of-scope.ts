import type { OnCallLog } from "../../schemas/logs.ts";
import { epochOf } from "../../time.ts";
import type { Input, LeftOut, Scope } from "./measure.ts";

/** A page of a scope, and where it stands. */
export interface PlacedPage {
  readonly page: OnCallLog["pages"][number];
  readonly file: string;
  readonly log: string;
  readonly index: number;
}

/** The pages of a period: of a team, of a service that they name, or all; pages have no other dimension. */
export function pagesOfScope({ knowledgeBase, period, slice }: Scope): PlacedPage[] {
  if (slice !== undefined && slice.by !== "team" && slice.by !== "service") return [];
  return knowledgeBase.onCallLogs.flatMap(({ data, file, id }) =>
    data.pages.flatMap((page, index) => {
      const at = epochOf(page.at);
      if (at < period.from || at >= period.to) return [];
      if (slice !== undefined && page[slice.by as "team" | "service"] !== slice.value) return [];
      return [{ page, file, log: id, index }];
    }),
  );
}

/** A page as a case that counts. */
export function inputOfPage({ page, file, log, index }: PlacedPage, value: number | string): Input {
  return { file, id: log, title: page.alert, fields: [["pages", index]], value };
}

/** A page as a case that does not. */
export function leftOutOfPage({ page, file, log, index }: PlacedPage, why: string): LeftOut {
  return { file, id: log, title: page.alert, field: ["pages", index], why };
}
