import type { Files } from "../../support/content-folder.ts";
import { BASE } from "./content.ts";
import { INCIDENT, innerIncident, innerRunbook, publicIncident } from "./entries.ts";
import type { Mutation } from "./mutation.ts";

/** Changes of entries of which outsiders know nothing. */
export const WHOLE_ENTRIES: readonly Mutation[] = [
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
];

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
