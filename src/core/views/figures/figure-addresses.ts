/** The page of all figures. */
export const FIGURES_PAGE = "/figures/";

/** Every number of that page and of the services' pages. */
export const FIGURES_CSV = "/figures/figures.csv";

/** The page that explains a measure overall, and its cases as CSV. */
export function addressOfMeasure(id: string): string {
  return `/figures/${id}/`;
}

/** The cases of a measure as CSV. */
export function measureCsv(id: string): string {
  return `/figures/${id}/cases.csv`;
}

/** The figures of a service. */
export function addressOfServiceFigures(service: string): string {
  return `/services/${service}/figures/`;
}

/** The incidents of a service as CSV. */
export function serviceCsv(service: string): string {
  return `/services/${service}/incidents.csv`;
}
