import type { Migration } from "./migration.ts";

/** Drafts of the content model did not say their version, or said 0; the fields were those of version 1. */
export const toVersion1: Migration = {
  to: 1,
  does: "site.yaml says the version of the content",
  edits: () => [],
};
