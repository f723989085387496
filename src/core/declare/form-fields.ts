/** The questions of the form by which people declare an incident; choices first, so that free words cannot pose as one. */
export const FORM_FIELDS = {
  severity: "How severe is it?",
  services: "Which services does it concern?",
  impact: "How badly are they hurt?",
  visibility: "Who may read it?",
  started: "Since when does it hurt?",
  publicTitle: "Title for customers",
  update: "What customers are told at once",
  what: "What happened?",
} as const;
export type FormField = keyof typeof FORM_FIELDS;

/** The label by which the issue of an incident is known. */
export const INCIDENT_LABEL = "incident";

/** Where the form lies in a repository. */
export const FORM_PATH = ".github/ISSUE_TEMPLATE/incident.yml";
