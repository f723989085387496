// Content for tests of the fast lane: three years of old incidents, a recent one, an open one, and planned work.
export const CHECKOUT = "services/checkout.mdx";
export const OLD = "incidents/2025-03-02-old-5.mdx";
export const RECENT = "incidents/2026-05-20-recent.mdx";
export const OPEN = "incidents/2026-06-15-cards-refused.mdx";
export const WORK = "maintenance/index-work.mdx";

/** Incidents of three years, each over for long. */
export const PAST = Object.fromEntries(
  Array.from({ length: 24 }, (_, index) => {
    const day = `${2023 + (index % 3)}-03-${String(1 + (index >> 2)).padStart(2, "0")}`;
    return [`incidents/${day}-old-${index}.mdx`, past(day, `Old trouble ${index}`)];
  }),
);
export const open = incident("2026-06-15", "Cards refused", "mitigated: 2026-06-15T08:40:00Z");
export const work = `---
title: Work on the index
visibility: public
announced: 2026-06-01T00:00:00Z
schedule: { from: 2026-06-15T08:00:00Z, to: 2026-06-15T12:00:00Z }
services: [{ service: checkout, expected: degraded_performance }]
---

Work.
`;

/** An incident that was over within the hour. */
export function past(day: string, title: string): string {
  return incident(day, title, `resolved: ${day}T09:00:00Z, verified: ${day}T09:10:00Z`);
}

/** A public incident of the checkout. */
export function incident(day: string, title: string, end: string): string {
  return `---
title: ${title}
visibility: public
severity: { initial: SEV3, peak: SEV3 }
services: [checkout]
customerVisible: true
milestones: { started: ${day}T08:00:00Z, detected: ${day}T08:05:00Z, ${end} }
impact:
  - { service: checkout, level: partial_outage, from: ${day}T08:00:00Z, to: ${day}T08:30:00Z }
updates:
  - { at: ${day}T08:10:00Z, status: investigating, text: We look into it. }
---

Trouble.
`;
}
