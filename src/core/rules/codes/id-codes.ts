import type { Code } from "./code.ts";

/** Problems of ids: twins, old names, days. */
export const ID_CODES: readonly Code[] = [
  {
    code: "duplicate-id",
    severity: "error",
    title: "One id for two things",
    explanation: `An id must name one thing, or a link to it could mean either. Action items count over all incidents, postmortems and game days; changes over all logs; handles and teams together, because both can own work.

The second place is reported and the first one named beside it. Rename the newer of the two.`,
    wrong: `actionItems:
  - id: ai-2026-014
    title: Alert on pool saturation
  - id: ai-2026-014
    title: Document the fail-over`,
    right: `actionItems:
  - id: ai-2026-014
    title: Alert on pool saturation
  - id: ai-2026-015
    title: Document the fail-over`,
    language: "yaml",
  },
  {
    code: "id-case",
    severity: "error",
    title: "Two names that differ only by case or Unicode form",
    explanation:
      "On many disks and web servers two such names are one, so one would overwrite the other. Write both alike if they mean the same, or rename one.",
    wrong: `# services/checkout.mdx
alerts: [{ name: CheckoutLatencyHigh }]
# runbooks/checkout-latency.mdx
alerts: [CheckoutlatencyHigh]`,
    right: `# runbooks/checkout-latency.mdx, as in services/checkout.mdx
alerts: [CheckoutLatencyHigh]`,
    language: "yaml",
  },
  {
    code: "alias-taken",
    severity: "error",
    title: "An alias that already means something else",
    explanation:
      "An alias is an old id whose address redirects, or another spelling of a word. It cannot at the same time be the id of another entry, nor the alias of two.",
    wrong: `# services/payments.mdx, while services/checkout.mdx exists
aliases: [checkout]`,
    right: `# services/payments.mdx
aliases: [billing]`,
    language: "yaml",
  },
  {
    code: "old-id",
    severity: "error",
    title: "A reference by an old id",
    explanation:
      "Old ids keep published addresses working. Within the content every reference uses the current id, so that a search for it finds all of them and figures count them together.",
    wrong: "services: [billing]",
    right: "services: [payments]",
    language: "yaml",
  },
  {
    code: "incident-date",
    severity: "error",
    title: "The file name of an incident does not begin with its day",
    explanation:
      "Incidents sort and are spoken of by their day, so their file names begin with it: year, month and day, then a few words. The day must be on the calendar.",
    wrong: "content/incidents/checkout-timeouts.mdx",
    right: "content/incidents/2026-03-14-checkout-timeouts.mdx",
    language: "text",
  },
  {
    code: "incident-date-far",
    severity: "warning",
    title: "The day in the file name is not the day of the incident",
    explanation:
      "The file name says one day, the milestones another that is more than a day away in the site's time zone. One of the two is a slip; durations come from the milestones, so look at them first.",
    wrong: `# incidents/2026-03-14-checkout-timeouts.mdx
milestones:
  started: 2026-04-14T17:31:00Z`,
    right: `# incidents/2026-03-14-checkout-timeouts.mdx
milestones:
  started: 2026-03-14T17:31:00Z`,
    language: "yaml",
  },
];
