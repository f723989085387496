/** What `import cstate`, `import statuspage` and `import upptime` were asked. */
export interface HistoryFlags {
  readonly from: "cstate" | "statuspage" | "upptime";
  /** The folder or file to read, absolute. */
  readonly source: string;
  /** The content folder to write into, absolute. */
  readonly out: string;
  /** The zone of dates that name none; UTC when absent, as the source itself reads them. */
  readonly zone?: string;
  readonly format: "console" | "json";
  /** Report, but write nothing. */
  readonly dryRun: boolean;
}
