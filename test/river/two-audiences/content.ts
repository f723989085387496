import { type Files, minimalFile } from "../../support/content-folder.ts";
import { INCIDENT, innerIncident, innerRunbook, POSTMORTEM, publicIncident } from "./entries.ts";

/** Content with something for everybody, and something for colleagues in each place that a file has. */
export const BASE: Files = {
  "services/checkout.mdx": minimalFile(
    "services/checkout.mdx",
    "owner: payments",
    "owner: payments\ncomponent: { name: Shop checkout, description: Where you pay }",
  ),
  [INCIDENT]: publicIncident({}),
  [POSTMORTEM]: minimalFile(
    POSTMORTEM,
    "visibility: internal",
    "visibility: public\npublicTitle: Payment failed on Saturday",
  )
    .replace(
      "## Impact",
      `<Internal>

## Impact

The inner circle said [nothing](../runbooks/inner.mdx)[^inner].

<Step title="Inner step">x</Step>

</Internal>

## Impact`,
    )
    .replace(/$/, "\n[^inner]: An inner footnote.\n"),
  "runbooks/pay-later.mdx": `---
title: Pay later
visibility: public
owner: payments
services: [checkout]
verified: { on: 2026-03-20, by: grace, how: read }
---

<Internal>

<Step title="Wake the inner circle">x</Step>

</Internal>

<Step title="Keep the basket">It stays for a day.</Step>

See [the incident](../incidents/2026-03-14-checkout-timeouts.mdx), [one of ours](../incidents/2026-03-10-inner.mdx) and [what is open](/actions/).
`,
  "runbooks/inner.mdx": innerRunbook("Inner runbook"),
  "incidents/2026-03-10-inner.mdx": innerIncident("Inner outage"),
  "incidents/2026-03-12-restricted.mdx": innerIncident("Inner exposure").replace(
    "visibility: internal",
    "visibility: restricted",
  ),
  "incidents/2026-03-16-embargoed.mdx": innerIncident("Inner embargo").replace(
    "visibility: internal",
    "visibility: public\nembargo: 2027-01-01T00:00:00Z",
  ),
};

/** Words that no outsider may read. */
export const INNER = /inner|renamed|mallory|another|SEV9/i;
