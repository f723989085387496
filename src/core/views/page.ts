/** One page of the site: where it stands, what draws it, and everything that it shows. */
export interface Page<View = unknown> {
  /** Address within the site, `/incidents/ID/`. */
  readonly path: string;
  /** Name of the template that draws it. */
  readonly template: string;
  readonly title: string;
  /** Plain JSON, complete: the template computes nothing. */
  readonly view: View;
}
