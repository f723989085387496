/** The words of reviews and their agendas. */
export const enReviews = {
  title: "Reviews",
  lead: "What to look at every week, month and quarter, and what was decided.",
  next: "The next agenda",
  held: "Held",
  none: "Reviews that were held stand here. Record a decision with: npm run tidemark -- review decide",
  with: "With",
  rhythm: { week: "Week", month: "Month", quarter: "Quarter" },
  agenda: { week: "Review of the week", month: "Review of the month", quarter: "Review of the quarter" },
  print: "Ready to print; it needs no screen.",
  last: "Decided the last time",
  lastQuestion: "Was it done?",
  decisions: "Decisions",
  decisionsHelp: "Write them down here, and record each with:",
  noDecisions: "Nothing was decided.",
  notes: "Notes",
} as const;
