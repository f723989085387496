import { minimalFile } from "../../support/content-folder.ts";
import { BASE } from "./content.ts";
import type { Mutation } from "./mutation.ts";

/** Changes of teams, services, logs, words and settings. */
export const OTHER_FILES: readonly Mutation[] = [
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
