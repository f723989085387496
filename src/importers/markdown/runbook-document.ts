import { ID_PATTERN } from "../../core/schemas/scalars.ts";
import { alertName } from "./alert-name.ts";
import { ALIAS_FIELDS } from "./aliases.ts";
import { slugOf, stemOf } from "./entry-id.ts";
import { listField, noteUnused, textField } from "./front-matter.ts";
import type { ImportedDocument } from "./import-types.ts";
import { importedDocument } from "./imported-document.ts";
import type { Making } from "./making.ts";
import { readDuration } from "./read-duration.ts";

/** A source that is a runbook → its document. */
export function runbookDocument({
  entry,
  source: { head, title },
  mdx,
  aliases,
  request,
  note,
}: Making): ImportedDocument {
  const alert = alertName(stemOf(entry.path), title);
  const every = reviewInterval(textField(head, "review_in", "review_every"));
  const tags = tagsOf(listField(head, "tags", "categories", "keywords"));
  if (alert !== undefined) note("mapped", "alert", undefined, alert);
  if (every !== undefined) note("mapped", "review-interval", undefined, every);
  if (textField(head, "last_reviewed_on") !== undefined)
    note(
      "dropped",
      "front-matter",
      head.lineOf("last_reviewed_on"),
      `last_reviewed_on: ${textField(head, "last_reviewed_on")} (a verification needs the handle of whoever did it)`,
    );
  noteUnused(
    head,
    new Set([
      "title",
      "tags",
      "categories",
      "keywords",
      "last_reviewed_on",
      ...ALIAS_FIELDS,
      ...(every === undefined ? [] : ["review_in", "review_every"]),
    ]),
    note,
  );
  note("mapped", "title", undefined, title);
  const fields = {
    title,
    visibility: "internal",
    ...(alert === undefined ? {} : { alerts: [alert] }),
    ...(every === undefined ? {} : { reviewEvery: every }),
    ...(tags.length > 0 ? { tags } : {}),
    ...(aliases.length > 0 ? { aliases } : {}),
  };
  return importedDocument(`runbooks/${entry.id}.mdx`, entry.from, fields, mdx, request.digest);
}

/** Words that somebody gave a source → tags. */
export function tagsOf(words: readonly string[]): string[] {
  return [...new Set(words.map((word) => slugOf(word)).filter((slug) => ID_PATTERN.test(slug)))];
}

/** `6 months` → `180d`, as the schema has no months. */
function reviewInterval(text: string | undefined): string | undefined {
  const months = /^(\d{1,2})\s*(month|week|year)s?$/i.exec(text ?? "");
  if (months)
    return `${Number(months[1]) * { month: 30, week: 7, year: 365 }[months[2]!.toLowerCase() as "month" | "week" | "year"]}d`;
  const said = readDuration(text ?? "");
  const days = said === undefined ? 0 : Math.round(said.milliseconds / 86_400_000);
  return days > 0 ? `${days}d` : undefined;
}
