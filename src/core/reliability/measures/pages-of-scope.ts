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

/** The pages of a period: of a team, of a service that they name, of the incidents of any other slice, or all. */
export function pagesOfScope({ knowledgeBase, period, slice, incidents }: Scope): PlacedPage[] {
  const members = new Set(incidents.map(({ id }) => id));
  const belongs = (page: PlacedPage["page"]) =>
    slice === undefined ||
    (slice.by === "team" || slice.by === "service"
      ? page[slice.by] === slice.value
      : page.incident !== undefined && members.has(page.incident));
  return knowledgeBase.onCallLogs.flatMap(({ data, file, id }) =>
    data.pages.flatMap((page, index) => {
      const at = epochOf(page.at);
      return at < period.from || at >= period.to || !belongs(page) ? [] : [{ page, file, log: id, index }];
    }),
  );
}

/** Why there is no figure of pages, in words. */
export function noPages({ slice }: Pick<Scope, "slice">): string {
  if (slice === undefined) return "No page is recorded in this period.";
  return slice.by === "team" || slice.by === "service"
    ? `No page of ${slice.by} ${slice.value} is recorded in this period.`
    : `No page of an incident with ${slice.by} ${slice.value} is recorded in this period.`;
}

/** A page as a case that counts. */
export function inputOfPage({ page, file, log, index }: PlacedPage, value: number | string): Input {
  return { file, id: log, title: page.alert, fields: [["pages", index]], value };
}

/** A page as a case that does not. */
export function leftOutOfPage({ page, file, log, index }: PlacedPage, why: string): LeftOut {
  return { file, id: log, title: page.alert, field: ["pages", index], why };
}
