import type { HandbookGroup } from "./handbook-page.ts";

/** The pages on who sees what, and on the commands that bring it there. */
export const PUBLISHING: HandbookGroup = {
  title: "Publishing it",
  pages: [
    {
      id: "visibility",
      title: "Who can see what",
      summary:
        "Audiences, internal passages, what outsiders see of an entry, and the gate that looks for leaks.",
      topics: ["audience", "public", "restricted", "embargo", "leak gate", "Internal"],
    },
    {
      id: "check-and-build",
      title: "Checking and building",
      summary: "The commands, their exit codes, and the site as of another day.",
      topics: ["new", "check", "build", "preview", "dev", "exit code", "as-of", "warnings", "sarif"],
    },
    {
      id: "forge-down",
      title: "When the forge is down",
      summary: "Telling customers from one laptop.",
      topics: ["status build", "status watch", "incident open", "incident update", "CI", "laptop"],
    },
    {
      id: "importing",
      title: "Bringing old documents in",
      summary: "Importing Markdown or another status page, and reading its report.",
      topics: ["import", "Markdown", "zone", "dry-run", "dropped", "prose"],
    },
  ],
};
