import { z } from "zod";
import { countRange, id, instant, line, moneyRange, text, webAddress } from "./scalars.ts";

const legalNotification = z.strictObject({
  authority: line.describe("Who must be told"),
  basis: line.describe("By which law or contract"),
  clockStarted: instant.describe("When the time limit began"),
  due: instant.describe("When it ends"),
  sent: instant.optional().describe("When it was sent"),
});

/** Scope of a security or data incident, with the legal duties that follow. */
export const exposure = z.strictObject({
  scope: text.describe("What was exposed to whom"),
  records: countRange.optional().describe("How many records"),
  dataKinds: z.array(line).default([]).describe("Kinds of data"),
  contained: instant.optional().describe("When the exposure ended"),
  notifications: z.array(legalNotification).default([]).describe("Legal duties"),
});

/** What an incident cost. */
export const cost = z.strictObject({
  revenue: moneyRange.optional().describe("Revenue that was lost"),
  spend: moneyRange.optional().describe("Money that was spent because of it"),
  people: z.number().int().min(0).optional().describe("How many people worked on it"),
  personHours: z.number().min(0).optional().describe("Their hours together"),
});

/** The vendor's part in an incident. */
export const vendor = z.strictObject({
  service: id.describe("The external service"),
  incident: webAddress.optional().describe("The vendor's own report"),
  attributed: z
    .array(
      z.strictObject({
        from: instant.describe("First instant"),
        to: instant.describe("First instant after"),
      }),
    )
    .default([])
    .describe("Intervals of downtime that are the vendor's"),
});
