import { z } from "zod";
import { instantProblem, isCalendarDate } from "../time.ts";

/** The id of an entry: its file name without extension. */
export const ID_PATTERN = /^[a-z0-9][a-z0-9-]{0,80}$/;
const SLUG_TEXT = "lower-case letters, digits and hyphens, beginning with a letter or digit";

/** An id of an entry, a term, a team or a service. */
export const id = z.string().regex(ID_PATTERN, `is not an id: ${SLUG_TEXT}, at most 81`);

/** A person, by handle; only teams.yaml says who that is. */
export const handle = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,38}$/, `is not a handle: ${SLUG_TEXT}, at most 39, without @`);

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
const ONE_LINE = /^[^\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
const PARAGRAPHS = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/;

/** One line of plain text. */
export const line = z
  .string()
  .min(1, "is empty, expected a line of text")
  .max(300, "is longer than 300 characters")
  .regex(ONE_LINE, "holds a line break, control or text-direction character");

/** Plain text that may have several paragraphs; never markup. */
export const text = z
  .string()
  .min(1, "is empty, expected text")
  .max(10_000, "is longer than 10,000 characters")
  .regex(PARAGRAPHS, "holds a control or text-direction character");

/** An instant, RFC 3339 with an explicit offset. */
export const instant = z
  .string()
  .superRefine((value, context) => {
    const problem = instantProblem(value);
    if (problem)
      context.addIssue({
        code: "custom",
        message: `${problem}, expected an instant such as 2026-03-14T17:52:00Z`,
      });
  })
  .meta({ format: "date-time" });

/** A day without a time. */
export const date = z
  .string()
  .refine(isCalendarDate, "is not a day on the calendar, expected YYYY-MM-DD")
  .meta({ format: "date" });

/** How exactly an instant is known. */
export const precision = z.enum(["minute", "hour", "day"]).describe("How exactly the instant is known");

/** A milestone: an instant, alone or with its precision. */
export const milestone = z.union([
  instant,
  z.strictObject({ at: instant.describe("The instant"), precision: precision.default("minute") }),
]);

/** A length of time: 90s, 30min, 48h, 7d, or 10bd for business days. */
export const duration = z
  .string()
  .regex(
    /^[1-9]\d{0,4}(s|min|h|d|bd)$/,
    "is not a length of time, expected for example 90s, 30min, 48h, 7d or 10bd (business days)",
  );

/** A length of time that may be none: 0d. */
export const lengthOrNone = z
  .string()
  .regex(/^(?:0|[1-9]\d{0,4})(s|min|h|d|bd)$/, "is not a length of time, expected for example 0d, 48h or 3d");

/** A time of day on the clock, 22:00. */
export const clockTime = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "is not a time of day such as 22:00");

/** An address on the web, https or http. */
export const webAddress = z
  .string()
  .max(2000)
  .regex(/^https?:\/\/[^\s<>"'`\\]+$/i, "is not a web address that starts with https://");

/** Where a site is published: host and path, for links are made by adding to it. */
export const siteAddress = webAddress.regex(
  /^[^?#]*$/,
  "has a query or a fragment, expected only host and path such as https://learn.example.com/tidemark/",
);

/** An IANA time zone. */
export const timeZone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}, "is not an IANA time zone such as Europe/Berlin");

/** Who may read an entry; which words there are, only site.yaml knows, so a rule judges it and suggests one. */
export const visibility = z
  .string()
  .meta({ pattern: ID_PATTERN.source })
  .describe("Who may read it: internal, public, restricted, or an audience of site.yaml");

/** What becomes of an entry whose visibility is missing or odd. */
export const AS_INTERNAL = "Until then the entry counts as internal.";

/** A range of whole numbers known roughly. */
export const countRange = z
  .strictObject({
    low: z.number().int().min(0).describe("Lowest estimate"),
    high: z.number().int().min(0).describe("Highest estimate"),
    method: line.optional().describe("How it was estimated"),
  })
  .refine((range) => range.low <= range.high, {
    message: "has a low estimate above the high one",
    path: ["low"],
  });

/** A sum of money known roughly. */
export const moneyRange = z
  .strictObject({
    low: z.number().min(0).describe("Lowest estimate, in whole units of the currency"),
    high: z.number().min(0).describe("Highest estimate, in whole units of the currency"),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, "is not a currency code such as EUR")
      .describe("ISO 4217 code"),
    method: line.describe("How it was estimated"),
  })
  .refine((range) => range.low <= range.high, {
    message: "has a low estimate above the high one",
    path: ["low"],
  });

/** Old ids of an entry; their addresses redirect. */
export const aliases = z
  .array(id)
  .default([])
  .describe("Old ids of this entry; their addresses redirect here");

/** Where an imported entry came from. */
export const imported = z
  .strictObject({
    from: line.describe("Path or address of the original, as the import saw it"),
    format: z.enum(["markdown", "cstate", "statuspage", "upptime"]).describe("Format of the original"),
    digest: z
      .string()
      .regex(/^[0-9a-f]{8,64}$/)
      .describe("Digest of what the import wrote, so that a later edit is noticed"),
  })
  .describe("Provenance of an entry that was imported; a person's edit is never overwritten");
