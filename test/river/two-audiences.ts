import { type Files, minimalFile } from "../support/content-folder.ts";

const INCIDENT = "incidents/2026-03-14-checkout-timeouts.mdx";
const POSTMORTEM = "postmortems/2026-03-14-checkout-timeouts.mdx";

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

/** Ways to change what only colleagues may know; outsiders must not be able to tell one from another, or from none. */
export const MUTATIONS: readonly (readonly [string, Files])[] = [
  [
    "the words of an internal incident",
    {
      "incidents/2026-03-10-inner.mdx": innerIncident("Another outage").replaceAll(
        "inner word",
        "other word",
      ),
    },
  ],
  [
    "its state: it is open and hurts a public service",
    {
      "incidents/2026-03-10-inner.mdx": innerIncident("Inner outage").replace(
        / {2}resolved:.*\n {2}verified:.*\n/,
        "",
      ),
    },
  ],
  [
    "its severity, services and terms",
    {
      "incidents/2026-03-10-inner.mdx": innerIncident("Inner outage")
        .replaceAll("SEV3", "SEV1")
        .replace("[checkout]", "[checkout, payments]\nfactors: [gap-in-monitoring]\nlayers: [service]"),
    },
  ],
  [
    "its name",
    {
      "incidents/2026-03-10-inner.mdx": undefined,
      "incidents/2026-03-10-renamed.mdx": innerIncident("Inner outage").replace(
        "services:",
        "aliases: [2026-03-10-inner]\nservices:",
      ),
      [INCIDENT]: publicIncident({}).replace(
        "relatedTo: [2026-03-10-inner]",
        "relatedTo: [2026-03-10-renamed]",
      ),
    },
  ],
  [
    "its existence",
    {
      "incidents/2026-03-10-inner.mdx": undefined,
      "runbooks/pay-later.mdx": undefined,
      ...withoutInnerLink(),
    },
  ],
  [
    "a restricted incident",
    {
      "incidents/2026-03-12-restricted.mdx": innerIncident("Something else").replace(
        "visibility: internal",
        "visibility: restricted",
      ),
    },
  ],
  [
    "an incident that is public later",
    {
      "incidents/2026-03-16-embargoed.mdx": innerIncident("Something else").replace(
        "visibility: internal",
        "visibility: public\nembargo: 2026-12-01T00:00:00Z",
      ),
    },
  ],
  [
    "a public postmortem that is a draft",
    {
      "postmortems/2026-03-10-draft.mdx": `---\ntitle: Inner draft\nvisibility: public\nincidents: [2026-03-14-checkout-timeouts]\nstate: draft\n---\n\nInner words.\n`,
    },
  ],
  [
    "an internal runbook",
    {
      "runbooks/inner.mdx": innerRunbook("Another runbook").replace(
        "alerts: []",
        "alerts: [CheckoutLatencyHigh, Other]",
      ),
    },
  ],
  [
    "the teams and their people",
    {
      "teams.yaml": minimalFile("teams.yaml", "Payments team", "Inner team")
        .replace(
          "{ handle: ada, role: Engineer }",
          "{ handle: ada, role: Inner role }\n  - { handle: mallory, role: Engineer }",
        )
        .replaceAll("contacts: [grace]", "contacts: [mallory]"),
    },
  ],
  [
    "the internal side of a service",
    {
      "services/checkout.mdx": `${BASE["services/checkout.mdx"]}`
        .replace("dependsOn: [payments]", "criticality: critical\ndependsOn: [payments]")
        .replace("Takes the basket", "Inner takes the basket")
        .replace("0.999", "0.95"),
    },
  ],
  [
    "a service that is no component",
    {
      "services/payments.mdx": minimalFile(
        "services/payments.mdx",
        "title: Payments",
        "title: Inner payments",
      ),
      "services/inner.mdx": minimalFile(
        "services/payments.mdx",
        "aliases: [billing]",
        "dependsOn: [checkout]",
      ),
    },
  ],
  [
    "who did what in a public incident",
    {
      [INCIDENT]: publicIncident({
        roles: "roles:\n  - { role: incident-commander, person: ada }\n",
        hypotheses: "hypotheses:\n  - { text: Inner guess, state: ruled-out, by: grace }\n",
      }),
    },
  ],
  [
    "when a public incident woke somebody",
    {
      [INCIDENT]: publicIncident({})
        .replace("paged: 2026-03-14T17:39:00Z", "paged: 2026-03-14T17:40:00Z")
        .replace("verified: 2026-03-14T18:40:00Z", "verified: 2026-03-14T18:45:00Z"),
    },
  ],
  [
    "how a public incident was noticed and by which runbook it was met",
    {
      [INCIDENT]: publicIncident({})
        .replace("alert: CheckoutLatencyHigh }", "note: An inner note }")
        .replace("outcome: helped", "outcome: partly, note: An inner note"),
    },
  ],
  [
    "how a factor contributed",
    {
      [INCIDENT]: publicIncident({}).replace(
        "factors: [gap-in-monitoring]",
        "factors: [{ factor: gap-in-monitoring, note: An inner note }]",
      ),
    },
  ],
  [
    "the internal part of its timeline",
    { [INCIDENT]: publicIncident({}).replace("Pool size raised from 20 to 60", "Inner size raised") },
  ],
  [
    "what it cost, its issue, its tags",
    {
      [INCIDENT]: publicIncident({
        more: "tags: [inner]\ntracker: https://inner.example/1\nsupportTickets: 4\nsignature: inner-signature\nobservabilityGaps: [traces]\nunmetPermissions: [Inner right]\n",
      }),
    },
  ],
  [
    "the words of Internal blocks",
    {
      [POSTMORTEM]: `${BASE[POSTMORTEM]}`
        .replace("inner circle said", "inner square said")
        .replace("An inner footnote", "Another inner footnote")
        .replace("Inner step", "Another step"),
    },
  ],
  [
    "the headings, steps and footnotes of Internal blocks",
    {
      [POSTMORTEM]: `${BASE[POSTMORTEM]}`.replace(
        "## Impact\n\nThe inner",
        "## Impact\n\n## Impact\n\n## Payment failed on Saturday\n\n<Step title='b'>y</Step>\n\nThe[^inner] inner",
      ),
    },
  ],
  [
    "an Internal block at the top that says the title",
    {
      [POSTMORTEM]: `${BASE[POSTMORTEM]}`.replace(
        "## Summary",
        "<Internal>\n\n# Payment failed on Saturday\n\n</Internal>\n\n## Summary",
      ),
    },
  ],
  [
    "the steps of Internal blocks",
    {
      "runbooks/pay-later.mdx": `${BASE["runbooks/pay-later.mdx"]}`.replace(
        "</Step>\n\n</Internal>",
        '</Step>\n\n<Step title="Again">x</Step>\n\n</Internal>',
      ),
    },
  ],
  [
    "who owns and verified a public runbook",
    {
      "runbooks/pay-later.mdx": `${BASE["runbooks/pay-later.mdx"]}`
        .replace("on: 2026-03-20, by: grace, how: read", "on: 2026-03-21, by: ada, how: dry-run")
        .replace(
          "services:",
          "variables: [{ name: INNER, description: Inner value }]\npermissions: [{ name: Inner right }]\nalerts: [Inner]\nservices:",
        ),
    },
  ],
  [
    "who owns a promised fix",
    {
      [POSTMORTEM]: `${BASE[POSTMORTEM]}`.replace(
        "kind: detect\n    owner: payments",
        "kind: detect\n    owner: ada\n    tracker: https://inner.example/2",
      ),
    },
  ],
  [
    "the logs",
    {
      "changes/2026-03.yaml":
        "changes:\n  - { id: inner-change, services: [checkout], at: 2026-03-14T17:00:00Z, kind: deployment, what: Inner release }\n",
      "suppressions.yaml":
        "suppressions:\n  - { alert: InnerAlert, owner: payments, reason: Inner, from: 2026-03-01T00:00:00Z, until: 2026-05-01T00:00:00Z }\n",
    },
  ],
  [
    "the words that nothing public uses",
    {
      "taxonomy.yaml": minimalFile(
        "taxonomy.yaml",
        "failureModes:",
        "failureModes:\n  - { id: inner-mode, name: Inner mode, description: Inner }",
      ),
    },
  ],
  [
    "the inner side of site.yaml",
    {
      "site.yaml": minimalFile(
        "site.yaml",
        "timeZone:",
        "approvers: [ada]\nnotifications: [{ id: inner, kind: slack, secret: INNER_HOOK, events: [opened] }]\ntimeZone:",
      ),
    },
  ],
];

/** Words that no outsider may read. */
export const INNER = /inner|renamed|mallory|another|SEV9/i;

function publicIncident({
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

function innerIncident(title: string): string {
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

function innerRunbook(title: string): string {
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

/** What spoke of the inner incident speaks of it no longer: only then may it go. */
function withoutInnerLink(): Files {
  return {
    [INCIDENT]: publicIncident({}).replace("relatedTo: [2026-03-10-inner]\n", ""),
    "runbooks/pay-later.mdx": `${BASE["runbooks/pay-later.mdx"]}`.replace(
      "[one of ours](../incidents/2026-03-10-inner.mdx)",
      "one of ours",
    ),
  };
}
