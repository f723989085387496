import { BASE } from "./content.ts";
import { POSTMORTEM } from "./entries.ts";
import type { Mutation } from "./mutation.ts";

/** Changes of the inner side of public postmortems and runbooks. */
export const PUBLIC_TEXTS: readonly Mutation[] = [
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
];
