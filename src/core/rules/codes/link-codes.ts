import type { Code } from "./code.ts";

/** Problems of links and pictures in bodies. */
export const LINK_CODES: readonly Code[] = [
  {
    code: "link-dead",
    severity: "error",
    title: "A link that leads nowhere",
    explanation:
      "The link names an entry or page that does not exist. Links to entries are written as their address (`/incidents/ID/`) or as the path to their file. If the entry was renamed, its new file lists the old id under `aliases`, and the link works again.",
    wrong: "See [the runbook](../runbooks/checkout-pol-exhausted.mdx).",
    right: "See [the runbook](../runbooks/checkout-pool-exhausted.mdx).",
    language: "mdx",
  },
  {
    code: "anchor-dead",
    severity: "error",
    title: "A link to a heading that does not exist",
    explanation:
      "The page exists, but no heading on it has this name. The name of a heading is its words in lower case with hyphens between them; it changes when the heading is reworded.",
    wrong: `## How we mitigated it

See [mitigation](#mitigation).`,
    right: `## How we mitigated it

See [mitigation](#how-we-mitigated-it).`,
    language: "mdx",
  },
  {
    code: "image-missing",
    severity: "error",
    title: "A picture that is not in the content folder",
    explanation:
      "The path of a picture is relative to the file that shows it. Check the path and whether the picture was committed.",
    wrong: "![Latency](images/latency.png)",
    right: "![Latency](../images/latency.png)",
    language: "mdx",
  },
  {
    code: "image-remote",
    severity: "note",
    title: "A picture of another host",
    explanation:
      "No page asks another host for anything: it would slow the page, tell the host who reads it, and the picture may be gone tomorrow. Such a picture is shown as a link with its words. Commit a copy to show the picture itself.",
    wrong: "![Latency](https://charts.example.com/latency.png)",
    right: "![Latency](../images/latency.png)",
    language: "mdx",
  },
  {
    code: "link-outside",
    severity: "error",
    title: "A path that leads out of the content folder",
    explanation:
      "What is published must lie in the content folder, where it was reviewed. Copy the file into it, or link to its address on the web.",
    wrong: "[settings](../../../.git/config)",
    right: "[settings](https://git.example.com/shop/config)",
    language: "mdx",
  },
];
