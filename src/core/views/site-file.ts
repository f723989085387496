/** One file of the site that is no page: what a page offers to download, made from the same facts. */
export interface SiteFile {
  /** Address within the site, `/figures/figures.csv`. */
  readonly path: string;
  readonly text: string;
}
