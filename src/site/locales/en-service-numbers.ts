/** The words of what a service's page says in numbers. */
export const enServiceNumbers = {
  figures: "Twelve months",
  allFigures: "All figures of this service",
  map: "What it stands between",
  dependents: "Needed by",
  dependencies: "Depends on",
  nobody: "None.",
  shared: "shared",
  factors: "Factors by layer",
  factor: "Factor",
  incidents: "Incidents",
  dashboards: "Dashboards at the time of an incident",
} as const;
