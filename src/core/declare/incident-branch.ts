/** Where the record of an incident lives until people merge it, for teams that protect their default branch; named for its issue. */
export function incidentBranch(issue: number): string {
  return `tidemark/incident/${issue}`;
}
