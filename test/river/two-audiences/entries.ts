import { minimalFile } from "../../support/content-folder.ts";

export const INCIDENT = "incidents/2026-03-14-checkout-timeouts.mdx";
export const POSTMORTEM = "postmortems/2026-03-14-checkout-timeouts.mdx";

/** A public incident with something for colleagues alone. */
export function publicIncident({
  roles = "",
  hypotheses = "",
  more = "",
}: {
  roles?: string;
  hypotheses?: string;
  more?: string;
}): string {
  return minimalFile(
    INCIDENT,
    "runbooks:\n",
    `${roles}${hypotheses}${more}relatedTo: [2026-03-10-inner]\nrunbooks:\n`,
  )
    .replace("text: Alert CheckoutLatencyHigh", "text: Payments began to fail\n    public: true")
    .replace(
      "## Story",
      "<Internal>\n\n## Story\n\n![Inner picture](../images/2026-03-14-pool.png)\n\n</Internal>\n\n## Story",
    )
    .replace("#summary)", "#impact-1)")
    .replace(
      "\n![Pool usage, 17:30 to 18:30](../images/2026-03-14-pool.png)",
      "\nSee also [how](../runbooks/inner.mdx), [the teams](/teams/) and [a word](/taxonomy/failure-modes/alert-storm/).",
    );
}

/** An incident of which outsiders know nothing. */
export function innerIncident(title: string): string {
  return `---
title: ${title}
visibility: internal
severity: { initial: SEV3, peak: SEV3 }
services: [checkout]
milestones:
  started: 2026-03-10T10:00:00Z
  detected: 2026-03-10T10:05:00Z
  resolved: 2026-03-10T11:00:00Z
  verified: 2026-03-10T11:10:00Z
signature: inner-signature
---

An inner word.
`;
}

/** A runbook of which outsiders know nothing. */
export function innerRunbook(title: string): string {
  return `---
title: ${title}
visibility: internal
owner: payments
services: [checkout]
alerts: []
verified: { on: 2026-03-20, by: ada, how: dry-run }
---

Inner words.
`;
}
