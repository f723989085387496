import type { HandbookGroup } from "./handbook-page.ts";

/** The pages on a repository of one's own, and on what GitHub does by itself. */
export const ON_GITHUB: HandbookGroup = {
  title: "Running it on GitHub",
  pages: [
    {
      id: "first-page",
      title: "From nothing to a published page",
      summary: "A repository of your own in ten minutes, step by step.",
      topics: ["init", "GitHub", "Pages", "workflow", "npx", "relay", "notifications", "chat"],
    },
    {
      id: "on-github",
      title: "An incident on GitHub",
      summary: "What people read, from the alert to the digest.",
      topics: ["alert", "issue", "comment", "pull request", "digest", "/update", "/resolve", "workflow"],
    },
  ],
};
