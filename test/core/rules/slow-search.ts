import { buildIncident, type Fields } from "../../support/builders/build-entry.ts";

/** An incident of 2 March and the file that it stands in. */
export const file = "incidents/2026-03-02-slow-search.mdx";
export const at = (time: string) => `2026-03-02T${time}Z`;
export const incident = (milestones: Fields, fields: Fields = {}) => buildIncident({ milestones, ...fields });
