import { z } from "zod";

const instant = z.string().describe("An instant in UTC, RFC 3339");

const number = z.strictObject({
  statistic: z.string().describe("What the number is: n, median, p90, share, a part by its name …"),
  value: z.number().describe("The number; never missing: a figure without data has no numbers"),
  unit: z.string().describe("seconds, count, ratio, rate, or a currency"),
  low: z.number().nullable().describe("Lower end of its 95 % interval, where it has one"),
  high: z.number().nullable().describe("Upper end of its 95 % interval, where it has one"),
});

const figure = z.strictObject({
  figure: z
    .string()
    .describe("What `tidemark explain` takes: time-to-restore, or time-to-restore/service=checkout"),
  measure: z.string().describe("Id of the measure"),
  code: z.string().nullable().describe("M1 to M10, for the ten that every site shows"),
  name: z.string().describe("Name in words"),
  formula: z.string().describe("From what to what, over which cases"),
  slice: z
    .strictObject({ by: z.string().describe("The dimension"), value: z.string().describe("Its value") })
    .nullable()
    .describe("What the cases are narrowed to; null for all"),
  kind: z
    .enum(["none", "distribution", "share", "count", "total", "money", "rate", "burn"])
    .describe("What sort of figure it is"),
  why: z.string().nullable().describe("Why there is no figure, where there is none"),
  numbers: z.array(number).describe("Its numbers, in a fixed order"),
  cases: z
    .array(
      z.strictObject({
        id: z.string().describe("Id of the incident, log or file"),
        value: z.union([z.number(), z.string()]).describe("What it brings: milliseconds, 1, or a word"),
      }),
    )
    .describe("The cases that count"),
  leftOut: z
    .array(
      z.strictObject({
        id: z.string().describe("Its id"),
        why: z.string().describe("Why it does not count"),
      }),
    )
    .describe("The cases that could have counted and do not"),
});

/** What `tidemark metrics --format json` prints: the same content and as-of give the same bytes. */
export const metricsReport = z.strictObject({
  schemaVersion: z.literal(1).describe("Raised when something here changes its meaning or goes"),
  asOf: instant.describe("The instant up to which things are known"),
  since: instant.nullable().describe("First instant of the period; null without figures"),
  until: instant.nullable().describe("First instant after the period; null without figures"),
  figures: z.array(figure).describe("Every figure that was asked for"),
});

export type MetricsReport = z.output<typeof metricsReport>;

/** The published JSON Schema of that report, under public/schemas. */
export function metricsReportSchema(): string {
  const schema = { ...z.toJSONSchema(metricsReport), title: "Tidemark metrics report" };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
