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

/** A page whose view is made when somebody first asks for it: most pages of a list are only counted, or passed by. */
export function latePage<View>(about: Omit<Page, "view">, make: () => View): Page<View> {
  let made: { readonly view: View } | undefined;
  return {
    ...about,
    get view() {
      made ??= { view: make() };
      return made.view;
    },
  };
}
